package com.avonsolutions.faq.search;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.faq.search.IndexedEntry.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds answers among entries. BM25 picks the candidates; how sure we are of each is then read from
 * the words themselves, because a BM25 score says nothing outside its own query. Immutable, in
 * memory, and safe for use by several threads.
 */
public final class AnswerIndex {
  /**
   * From which confidence on a candidate is called an answer; measured by {@code
   * AnswerQualityTest}.
   */
  static final double ENOUGH = 0.35;

  private static final double NEAR = 0.12;
  private static final double OF_BEST = 0.5;
  private static final int MOST_ANSWERS = 5;
  private static final int MOST_NEAREST = 3;
  private static final int MOST_RELATED = 3;
  private static final int LONGEST = 300;
  private static final Pattern WRITTEN_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private static final int CANDIDATES = 40;
  // More words than this no longer sharpen a question.
  private static final int MOST_MEANINGS = 64;
  private static final String QUESTION = "question";
  private static final String ALIASES = "aliases";
  private static final String ANSWER = "answer";
  private static final float QUESTION_BOOST = 3;
  private static final float ALIASES_BOOST = 2;
  private static final float ANSWER_BOOST = 0.5f;

  private static final Language LANGUAGE = new Language();

  private final List<IndexedEntry> entries;
  private final Spelling spelling;
  private final Weights weights;
  private final IndexSearcher searcher;

  public AnswerIndex(List<FaqEntry> entries) {
    this.entries = entries.stream().map(entry -> IndexedEntry.of(entry, LANGUAGE)).toList();
    this.spelling = spelling();
    this.weights = new Weights(this.entries, LANGUAGE::isWeak);
    try {
      this.searcher = new IndexSearcher(DirectoryReader.open(write()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffersDirectory write() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, configuration())) {
      for (IndexedEntry indexed : entries) {
        Document document = new Document();
        int ownLines = indexed.entry().hindi().isPresent() ? 2 : 1;
        List<Line> asked = indexed.asked();
        document.add(field(QUESTION, asked.subList(0, ownLines)));
        document.add(field(ALIASES, asked.subList(ownLines, asked.size())));
        document.add(field(ANSWER, List.of(indexed.answer())));
        writer.addDocument(document);
      }
    }
    return directory;
  }

  /** Without merges a document's number is its entry's place in the list. */
  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
  }

  private static TextField field(String name, List<Line> lines) {
    String meanings =
        lines.stream()
            .flatMap(line -> line.words().stream())
            .flatMap(word -> word.meanings().stream())
            .collect(Collectors.joining(" "));
    return new TextField(name, meanings, Store.NO);
  }

  /** Takes for known what anybody asks with, but not what only stands in an answer. */
  private Spelling spelling() {
    Set<String> known = LANGUAGE.vocabulary();
    for (IndexedEntry entry : entries) {
      entry.asked().forEach(line -> line.stems().forEach(stem -> known.add(stem.text())));
    }
    return new Spelling(known);
  }

  /**
   * Answers a question, or says honestly that there is no answer. Of one longer than 300 characters
   * the beginning is read.
   */
  public Answers ask(String question) {
    boolean cut = question.length() > LONGEST;
    List<Candidate> candidates = candidates(cut ? question.substring(0, LONGEST) : question);
    double enough = candidates.isEmpty() ? 0 : OF_BEST * candidates.get(0).score();
    List<Candidate> answers =
        candidates.stream()
            .filter(candidate -> candidate.band() == Band.ANSWER && candidate.score() >= enough)
            .limit(MOST_ANSWERS)
            .toList();
    List<Candidate> nearest =
        candidates.stream()
            .filter(candidate -> answers.isEmpty() && candidate.band() == Band.DID_YOU_MEAN)
            .limit(MOST_NEAREST)
            .toList();
    return new Answers(answers, nearest, cut);
  }

  /** Other entries that a reader of this one may want, at most three. */
  public List<FaqEntry> related(FaqEntry entry) {
    Stream<FaqEntry> near = candidates(entry.question()).stream().map(Candidate::entry);
    Stream<FaqEntry> sameCategory =
        entries.stream()
            .map(IndexedEntry::entry)
            .filter(other -> other.category().equals(entry.category()));
    return Stream.concat(near, sameCategory)
        .filter(other -> !other.slug().equals(entry.slug()))
        .distinct()
        .limit(MOST_RELATED)
        .toList();
  }

  /** What may answer the question, best first. */
  List<Candidate> candidates(String question) {
    List<Stem> stems = LANGUAGE.stems(question).stream().map(spelling::correct).toList();
    List<Word> words = LANGUAGE.words(stems).stream().distinct().toList();
    Confidence confidence = new Confidence(words, weights);
    Set<String> asked =
        words.stream().flatMap(word -> word.meanings().stream()).collect(Collectors.toSet());
    return search(words).stream()
        .map(entry -> candidate(entry.entry(), confidence.in(entry), asked))
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .toList();
  }

  private static Candidate candidate(FaqEntry entry, double score, Set<String> asked) {
    Band band = score >= ENOUGH ? Band.ANSWER : score >= NEAR ? Band.DID_YOU_MEAN : Band.NONE;
    Reason words = new Reason(Feature.WORDS, score, score);
    return new Candidate(entry, score, band, List.of(words), marks(entry.question(), asked));
  }

  private static List<Mark> marks(String question, Set<String> asked) {
    return WRITTEN_WORD
        .matcher(question)
        .results()
        .filter(
            word ->
                LANGUAGE.words(LANGUAGE.stems(word.group())).stream()
                    .filter(said -> !said.weak())
                    .flatMap(said -> said.meanings().stream())
                    .anyMatch(asked::contains))
        .map(word -> new Mark(word.start(), word.end()))
        .toList();
  }

  private List<IndexedEntry> search(List<Word> words) {
    try {
      List<IndexedEntry> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query(words), CANDIDATES).scoreDocs) {
        found.add(entries.get(hit.doc));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(List<Word> words) {
    boolean allWeak = words.stream().allMatch(Word::weak);
    Set<String> meanings = new LinkedHashSet<>();
    words.stream()
        .filter(word -> allWeak || !word.weak())
        .forEach(word -> meanings.addAll(word.meanings()));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    meanings.stream()
        .limit(MOST_MEANINGS)
        .forEach(
            meaning -> {
              query.add(term(QUESTION, meaning, QUESTION_BOOST), Occur.SHOULD);
              query.add(term(ALIASES, meaning, ALIASES_BOOST), Occur.SHOULD);
              query.add(term(ANSWER, meaning, ANSWER_BOOST), Occur.SHOULD);
            });
    return query.build();
  }

  private static Query term(String field, String meaning, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, meaning)), boost);
  }
}
