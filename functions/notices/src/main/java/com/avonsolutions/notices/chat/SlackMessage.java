package com.avonsolutions.notices.chat;

import com.avonsolutions.notices.NoticeText;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.text.json.JsonWriter;
import java.util.List;

/**
 * A message for Slack. What a visitor wrote is in blocks of plain text, where nothing is a link and
 * nobody is rung.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/section-block">Sections</a>
 */
final class SlackMessage {
  private static final int MAX_HEADER = 150;
  private static final int MAX_SECTION = 3_000;

  private SlackMessage() {}

  static JsonWriter of(NoticeText text, String code) {
    return new JsonWriter()
        // Shown in notifications, where markup counts: only our own words.
        .put("text", "Notice " + code)
        .put(
            "blocks",
            List.of(
                block("header", ChatText.title(text, MAX_HEADER)),
                block("section", Unicode.cut(ChatText.plain(text), MAX_SECTION)),
                block("section", "[" + code + "]")));
  }

  private static JsonWriter block(String type, String text) {
    return new JsonWriter()
        .put("type", type)
        .put(
            "text",
            new JsonWriter().put("type", "plain_text").put("text", text).put("emoji", false));
  }
}
