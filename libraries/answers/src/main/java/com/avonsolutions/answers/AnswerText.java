package com.avonsolutions.answers;

import java.util.Map;

/** An answer without its markup. */
public final class AnswerText {
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "#39", "'", "nbsp", " ");

  private AnswerText() {}

  /** The text of HTML that our Markdown renderer wrote, on one line. */
  public static String of(String html) {
    StringBuilder text = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char character = html.charAt(at);
      int end = character == '<' ? html.indexOf('>', at) : -1;
      if (end > 0) {
        // Between two blocks there is no blank otherwise.
        if (!isInline(html, at)) {
          blank(text);
        }
        at = end + 1;
      } else if (character == '&') {
        at = entity(html, at, text);
      } else if (Character.isWhitespace(character)) {
        blank(text);
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

  private static int entity(String html, int at, StringBuilder text) {
    int end = html.indexOf(';', at);
    String character = end < 0 || end - at > 6 ? null : ENTITIES.get(html.substring(at + 1, end));
    text.append(character == null ? "&" : character);
    return character == null ? at + 1 : end + 1;
  }

  private static void blank(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }
}
