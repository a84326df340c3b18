package com.avonsolutions.answers;

import java.util.Map;
import java.util.Set;

/**
 * Reduces English words to their stems by the Porter2 algorithm (Porter 2001, "The English
 * (Porter2) stemming algorithm", snowballstem.org). Its rule for apostrophes is left out, because
 * {@link Tokenizer} removes them.
 */
final class EnglishStemmer {
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("skis", "ski"),
          Map.entry("skies", "sky"),
          Map.entry("idly", "idl"),
          Map.entry("gently", "gentl"),
          Map.entry("ugly", "ugli"),
          Map.entry("early", "earli"),
          Map.entry("only", "onli"),
          Map.entry("singly", "singl"));

  private static final Set<String> INVARIANTS =
      Set.of("sky", "news", "howe", "atlas", "cosmos", "bias", "andes");
  private static final Set<String> INVARIANTS_AFTER_STEP_1A =
      Set.of(
          "evening", "inning", "outing", "canning", "herring", "earring", "proceed", "exceed",
          "succeed");

  private static final String[][] STEP_2 = {
    {"ization", "ize"},
    {"ational", "ate"},
    {"fulness", "ful"},
    {"ousness", "ous"},
    {"iveness", "ive"},
    {"tional", "tion"},
    {"biliti", "ble"},
    {"lessli", "less"},
    {"entli", "ent"},
    {"ation", "ate"},
    {"alism", "al"},
    {"aliti", "al"},
    {"ousli", "ous"},
    {"iviti", "ive"},
    {"fulli", "ful"},
    {"enci", "ence"},
    {"anci", "ance"},
    {"abli", "able"},
    {"izer", "ize"},
    {"ator", "ate"},
    {"alli", "al"},
    {"bli", "ble"},
  };
  private static final String[][] STEP_3 = {
    {"ational", "ate"},
    {"tional", "tion"},
    {"alize", "al"},
    {"icate", "ic"},
    {"iciti", "ic"},
    {"ical", "ic"},
    {"ful", ""},
    {"ness", ""},
  };
  private static final String[] STEP_4 = {
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "al", "er", "ic",
  };

  private final StringBuilder word;
  private int r1;
  private int r2;

  private EnglishStemmer(String word) {
    this.word = new StringBuilder(word);
  }

  /** The stem of a word of lower-case letters a to z. Other words are returned unchanged. */
  static String stem(String word) {
    if (word.length() <= 2 || !isEnglish(word) || INVARIANTS.contains(word)) {
      return word;
    }
    String exception = EXCEPTIONS.get(word);
    return exception == null ? new EnglishStemmer(word).stem() : exception;
  }

  private static boolean isEnglish(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private String stem() {
    markConsonantY();
    findRegions();
    step1a();
    if (!INVARIANTS_AFTER_STEP_1A.contains(word.toString())) {
      step1b();
      step1c();
      step2();
      step3();
      step4();
      step5();
    }
    return word.toString().replace('Y', 'y');
  }

  /** Writes Y for a y that is a consonant: at the start of a word or after a vowel. */
  private void markConsonantY() {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == 'y' && (i == 0 || isVowel(i - 1))) {
        word.setCharAt(i, 'Y');
      }
    }
  }

  private void findRegions() {
    r1 = -1;
    for (String begin :
        new String[] {
          "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"
        }) {
      if (word.length() >= begin.length() && word.substring(0, begin.length()).equals(begin)) {
        r1 = begin.length();
      }
    }
    if (r1 < 0) {
      r1 = region(0);
    }
    r2 = region(r1);
  }

  /** The start of the region after the first consonant that follows a vowel. */
  private int region(int from) {
    for (int i = from + 1; i < word.length(); i++) {
      if (!isVowel(i) && isVowel(i - 1)) {
        return i + 1;
      }
    }
    return word.length();
  }

  private boolean isVowel(int at) {
    return "aeiouy".indexOf(word.charAt(at)) >= 0;
  }

  private boolean hasVowelBefore(int end) {
    for (int i = 0; i < end; i++) {
      if (isVowel(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWith(String suffix) {
    int start = word.length() - suffix.length();
    return start >= 0 && word.indexOf(suffix, start) == start;
  }

  private void cut(int letters) {
    word.setLength(word.length() - letters);
  }

  private void replace(String suffix, String replacement) {
    cut(suffix.length());
    word.append(replacement);
  }

  private boolean inR1(String suffix) {
    return word.length() - suffix.length() >= r1;
  }

  private boolean inR2(String suffix) {
    return word.length() - suffix.length() >= r2;
  }

  private void step1a() {
    if (endsWith("sses")) {
      cut(2);
    } else if (endsWith("ied") || endsWith("ies")) {
      cut(word.length() > 4 ? 2 : 1);
    } else if (endsWith("s") && !endsWith("us") && !endsWith("ss")) {
      if (hasVowelBefore(word.length() - 2)) {
        cut(1);
      }
    }
  }

  private void step1b() {
    if (endsWith("eedly") || endsWith("eed")) {
      String suffix = endsWith("eed") ? "eed" : "eedly";
      if (inR1(suffix)) {
        replace(suffix, "ee");
      }
      return;
    }
    for (String suffix : new String[] {"ingly", "edly", "ing", "ed"}) {
      if (endsWith(suffix)) {
        if (hasVowelBefore(word.length() - suffix.length())) {
          removeSuffix(suffix);
        }
        return;
      }
    }
  }

  private void removeSuffix(String suffix) {
    int start = word.length() - suffix.length();
    if (suffix.equals("ing") && start == 2 && word.charAt(1) == 'y') {
      replace("ying", "ie"); // dying, lying, tying
      return;
    }
    cut(suffix.length());
    if (endsWith("at") || endsWith("bl") || endsWith("iz")) {
      word.append('e');
    } else if (endsWithDouble()) {
      if (!(word.length() == 3 && "aeo".indexOf(word.charAt(0)) >= 0)) {
        cut(1);
      }
    } else if (r1 >= word.length() && endsWithShortSyllable()) {
      word.append('e');
    }
  }

  private boolean endsWithDouble() {
    int last = word.length() - 1;
    return last > 0
        && word.charAt(last) == word.charAt(last - 1)
        && "bdfgmnprt".indexOf(word.charAt(last)) >= 0;
  }

  private boolean endsWithShortSyllable() {
    int last = word.length() - 1;
    if (last == 1) {
      return isVowel(0) && !isVowel(1);
    }
    if (last >= 3 && endsWith("past")) {
      return true;
    }
    return last > 1
        && !isVowel(last)
        && "wxY".indexOf(word.charAt(last)) < 0
        && isVowel(last - 1)
        && !isVowel(last - 2);
  }

  private void step1c() {
    int last = word.length() - 1;
    if (last > 1 && (word.charAt(last) == 'y' || word.charAt(last) == 'Y') && !isVowel(last - 1)) {
      word.setCharAt(last, 'i');
    }
  }

  private void step2() {
    for (String[] rule : STEP_2) {
      if (endsWith(rule[0])) {
        if (inR1(rule[0])) {
          replace(rule[0], rule[1]);
        }
        return;
      }
    }
    if (endsWith("ogist") && inR1("ogist")) {
      cut(3);
    } else if (endsWith("ogi")
        && inR1("ogi")
        && word.length() > 3
        && word.charAt(word.length() - 4) == 'l') {
      cut(1);
    } else if (endsWith("li")
        && inR1("li")
        && word.length() > 2
        && "cdeghkmnrt".indexOf(word.charAt(word.length() - 3)) >= 0) {
      cut(2);
    }
  }

  private void step3() {
    for (String[] rule : STEP_3) {
      if (endsWith(rule[0])) {
        if (inR1(rule[0])) {
          replace(rule[0], rule[1]);
        }
        return;
      }
    }
    if (endsWith("ative") && inR2("ative")) {
      cut(5);
    }
  }

  private void step4() {
    for (String suffix : STEP_4) {
      if (endsWith(suffix)) {
        if (inR2(suffix)) {
          cut(suffix.length());
        }
        return;
      }
    }
    if (endsWith("ion")
        && inR2("ion")
        && word.length() > 3
        && "st".indexOf(word.charAt(word.length() - 4)) >= 0) {
      cut(3);
    }
  }

  private void step5() {
    if (endsWith("e")) {
      boolean cut = inR2("e");
      if (!cut && inR1("e")) {
        word.setLength(word.length() - 1);
        cut = !endsWithShortSyllable();
        word.append('e');
      }
      if (cut) {
        cut(1);
      }
    } else if (endsWith("ll") && inR2("l")) {
      cut(1);
    }
  }
}
