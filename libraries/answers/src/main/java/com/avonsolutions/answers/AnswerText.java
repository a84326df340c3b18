package com.avonsolutions.answers;

import java.util.Map;

/** Converts an answer's HTML to plain text. */
public final class AnswerText {
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "#39", "'", "nbsp", " ");

  private AnswerText() {}

  /**
   * Strips the tags and decodes the entities that our Markdown renderer writes.
   *
   * @return the text on one line
   */
  public static String of(String html) {
    StringBuilder text = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char character = html.charAt(at);
      int end = character == '<' ? html.indexOf('>', at) : -1;
      if (end > 0) {
        // Keeps the words of adjacent blocks apart.
        if (!isInline(html, at)) {
          appendSpace(text);
        }
        at = end + 1;
      } else if (character == '&') {
        at = appendEntity(html, at, text);
      } else if (Character.isWhitespace(character)) {
        appendSpace(text);
        at++;
      } else {
        text.append(character);
        at++;
      }
    }
    return text.toString().strip();
  }

  private static boolean isInline(String html, int at) {
    int name = html.startsWith("</", at) ? at + 2 : at + 1;
    for (String inline : new String[] {"em", "strong", "code", "a", "del", "b", "i"}) {
      if (html.startsWith(inline, name)
          && !Character.isLetterOrDigit(html.charAt(name + inline.length()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Appends the character of an entity, or the ampersand if it is not one.
   *
   * @return the index after it
   */
  private static int appendEntity(String html, int at, StringBuilder text) {
    int end = html.indexOf(';', at);
    String character = end < 0 || end - at > 6 ? null : ENTITIES.get(html.substring(at + 1, end));
    text.append(character == null ? "&" : character);
    return character == null ? at + 1 : end + 1;
  }

  private static void appendSpace(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }
}
