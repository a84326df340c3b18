package com.avonsolutions.local.mailbox;

import com.avonsolutions.sandbox.standin.SentMail;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds mails by words, all of which have to be there. {@code to:}, {@code from:}, {@code subject:}
 * and {@code tag:} look in one place only.
 */
record MailSearch(String query) {

  Predicate<SentMail> matcher() {
    return Arrays.stream(query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .map(MailSearch::word)
        .reduce(mail -> true, Predicate::and);
  }

  private static Predicate<SentMail> word(String word) {
    int colon = word.indexOf(':');
    String value = word.substring(colon + 1);
    return switch (colon < 0 ? "" : word.substring(0, colon)) {
      case "to" -> mail -> contains(String.join(" ", mail.to()), value);
      case "from" -> mail -> contains(mail.from(), value);
      case "subject" -> mail -> contains(mail.subject(), value);
      case "tag" -> mail -> mail.tags().containsValue(value);
      default ->
          mail ->
              Stream.of(mail.subject(), mail.from(), String.join(" ", mail.to()), mail.text())
                  .anyMatch(text -> contains(text, word));
    };
  }

  private static boolean contains(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }
}
