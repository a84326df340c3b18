package com.avonsolutions.notices.chat;

import com.avonsolutions.notices.NoticeText;
import com.avonsolutions.notices.NoticeText.Fact;
import com.avonsolutions.text.Unicode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of a chat message: what a phone's screen shows, and no more. */
final class ChatText {
  /** What comes with a lead besides is in the mail and in the table. */
  private static final List<String> SHOWN =
      List.of("Phone", "E-mail", "Company", "Service", "Source", "Form", "About", "Time", "Id");

  private static final int MAX_MESSAGE = 1_000;
  private static final int MAX_FACT = 200;

  private ChatText() {}

  /** The title, of at most so many characters. */
  static String title(NoticeText text, int limit) {
    return Unicode.cut(text.title(), limit);
  }

  static List<Fact> facts(NoticeText text) {
    return text.facts().stream()
        .filter(fact -> SHOWN.contains(fact.label()))
        .map(fact -> new Fact(fact.label(), Unicode.cut(fact.text(), MAX_FACT), fact.link()))
        .toList();
  }

  /** So that no line of a message looks like one of ours. */
  private static Stream<String> quoted(String message) {
    return Unicode.cut(message, MAX_MESSAGE).lines().map(line -> "> " + line);
  }

  /** All as plain text, with line breaks. */
  static String plain(NoticeText text) {
    return Stream.of(
            text.warning().stream(),
            Stream.of(text.opening()),
            text.message().stream().flatMap(ChatText::quoted),
            facts(text).stream().map(fact -> fact.label() + ": " + fact.text()))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }
}
