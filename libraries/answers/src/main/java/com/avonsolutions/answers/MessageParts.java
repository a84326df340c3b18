package com.avonsolutions.answers;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The parts of a long message that probably hold its question: the last sentence that asks, alone
 * and with the one before it. People greet and tell their story first, and the words of the story
 * hide those of the question.
 */
final class MessageParts {
  private static final int MIN_LENGTH = 100;

  /** From here on a message is surely more than its question. */
  private static final int STORY_LENGTH = 200;

  private static final int MIN_CONTENT_WORDS = 2;

  /** English words, or stems of translations from Hindi, that ask or request. */
  private static final Set<String> ASKING =
      Set.of(
          "what", "which", "how", "when", "where", "who", "whom", "whose", "whi", "want", "need");

  /** Requests. Their stems would match a story too: "he told me", "bataya tha". */
  private static final Set<String> REQUESTS =
      Set.of(
          "tell", "share", "send", "batao", "bataiye", "bataye", "bataiyega", "bhejo", "bhejiye");

  /** Words that ask at the beginning of a sentence. */
  private static final Set<String> ASKING_FIRST =
      Set.of(
          "do", "does", "did", "is", "are", "am", "was", "will", "would", "can", "could", "should",
          "shall", "may", "have", "has");

  private final Language language;

  MessageParts(Language language) {
    this.language = language;
  }

  /** At most two parts; none for a short text and for one of a single sentence. */
  List<String> of(String text) {
    if (text.length() < MIN_LENGTH) {
      return List.of();
    }
    List<String> sentences =
        sentences(text.substring(Math.max(0, text.length() - FaqEntry.MAX_ASKED_LENGTH)));
    if (sentences.size() < 2) {
      return List.of();
    }
    int asking = lastAsking(sentences);
    if (asking < 0) {
      return List.of();
    }
    String question = sentences.get(asking);
    return asking == 0
        ? List.of(question)
        : List.of(question, sentences.get(asking - 1) + ' ' + question);
  }

  /** How much of a story a text probably is, from 0 to 1. */
  static double storyShare(String text) {
    double share = (text.length() - MIN_LENGTH) / (double) (STORY_LENGTH - MIN_LENGTH);
    return Math.min(1, Math.max(0, share));
  }

  /** The place of the last sentence that asks, or else of the last that says something; or -1. */
  private int lastAsking(List<String> sentences) {
    int telling = -1;
    for (int i = sentences.size() - 1; i >= 0; i--) {
      String sentence = sentences.get(i);
      List<Term> terms = language.analyze(sentence);
      if (!terms.isEmpty() && asks(sentence, terms)) {
        return i;
      }
      if (telling < 0
          && terms.stream().filter(term -> !term.stopWord()).count() >= MIN_CONTENT_WORDS) {
        telling = i;
      }
    }
    return telling;
  }

  private static boolean asks(String sentence, List<Term> terms) {
    return sentence.endsWith("?")
        || ASKING_FIRST.contains(terms.get(0).text())
        || terms.stream().map(Term::text).anyMatch(REQUESTS::contains)
        || terms.stream().flatMap(term -> term.stems().stream()).anyMatch(ASKING::contains);
  }

  /** Splits after a full stop, danda, question or exclamation mark, and at the end of a line. */
  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (isEnd(text, at)) {
        add(sentences, text.substring(start, at + 1));
        start = at + 1;
      }
    }
    add(sentences, text.substring(start));
    return sentences;
  }

  private static boolean isEnd(String text, int at) {
    boolean last = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    return switch (text.charAt(at)) {
      case '\n', '।' -> true;
      case '?', '!', '…' -> last;
      // Not after the letters of an abbreviation, such as "S.E.O. work".
      case '.' -> last && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2));
      default -> false;
    };
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }
}
