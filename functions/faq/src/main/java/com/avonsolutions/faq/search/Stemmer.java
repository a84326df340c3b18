package com.avonsolutions.faq.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Cuts texts into stems. One chain serves both scripts, because people mix them in one question:
 * the Hindi filters leave Latin letters alone and the English ones Devanagari.
 */
final class Stemmer {
  private final Analyzer analyzer;

  Stemmer(List<String> weakWords) {
    Analyzer normalizing = new Chain(CharArraySet.EMPTY_SET);
    CharArraySet weak = new CharArraySet(weakWords.size(), false);
    weakWords.forEach(word -> weak.add(normalizing.normalize("", word).utf8ToString()));
    this.analyzer = new Chain(weak);
  }

  List<Stem> stems(String text) {
    List<Stem> stems = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      KeywordAttribute keyword = tokens.addAttribute(KeywordAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        stems.add(new Stem(term.toString(), keyword.isKeyword(), false));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  private static final class Chain extends Analyzer {
    private final CharArraySet weak;

    Chain(CharArraySet weak) {
      this.weak = weak;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      // A keyword is not stemmed, and so can be told from the others afterwards.
      TokenStream marked =
          new SetKeywordMarkerFilter(new EnglishPossessiveFilter(normalize(field, words)), weak);
      return new TokenStreamComponents(words, new PorterStemFilter(new HindiStemFilter(marked)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream words) {
      TokenStream plain = new DecimalDigitFilter(new LowerCaseFilter(words));
      return new ASCIIFoldingFilter(
          new HindiNormalizationFilter(new IndicNormalizationFilter(plain)));
    }
  }
}
