package com.avonsolutions.contact.spam;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds messages that say nothing: rows of pictures or phone numbers, or the sender's address. */
final class NoWords {
  private static final Pattern PHONE = Pattern.compile("(?<![0-9])[0-9]{5}[ -]?[0-9]{5}(?![0-9])");

  /** A business has two or three numbers. */
  private static final int MANY_PHONES = 5;

  /** Folded hands or a thumb are an answer, however often they are repeated. */
  private static final int MANY_PICTURES = 3;

  private static final Pattern JOINED_NAME = Pattern.compile("[A-Z][a-z]{2,}[A-Z][a-z]{2,}");

  private NoWords() {}

  static int points(SubmittedText text) {
    String message = text.message().strip();
    if (!message.isEmpty() && message.equalsIgnoreCase(text.email().strip())) {
      return JOINED_NAME.matcher(text.name()).matches() ? 100 : 60;
    }
    Set<String> phones = new HashSet<>();
    PHONE.matcher(message).results().map(MatchResult::group).forEach(phones::add);
    long letters = message.codePoints().filter(Character::isLetter).count();
    if (phones.size() >= MANY_PHONES && letters < 6L * phones.size()) {
      return 100;
    }
    boolean saysNothing = message.codePoints().noneMatch(Character::isLetterOrDigit);
    long pictures = message.codePoints().filter(NoWords::isPicture).distinct().count();
    return saysNothing && pictures >= MANY_PICTURES ? 100 : 0;
  }

  private static boolean isPicture(int character) {
    return Character.getType(character) == Character.OTHER_SYMBOL;
  }
}
