package com.avonsolutions.notices.chat;

import com.avonsolutions.notices.NoticeText;
import com.avonsolutions.text.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A message for a workflow of Microsoft Teams. Text runs take no Markdown, other blocks do.
 *
 * @see <a
 *     href="https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features">Text
 *     features of adaptive cards</a>
 */
final class TeamsMessage {
  private static final int MAX_TITLE = 150;

  private TeamsMessage() {}

  static JsonWriter of(NoticeText text, String code) {
    List<JsonWriter> body = new ArrayList<>();
    body.add(
        block(
            new JsonWriter()
                .put("type", "TextRun")
                .put("text", ChatText.title(text, MAX_TITLE))
                .put("weight", "Bolder")));
    ChatText.plain(text)
        .lines()
        .forEach(
            line -> body.add(block(new JsonWriter().put("type", "TextRun").put("text", line))));
    body.add(
        block(new JsonWriter().put("type", "TextRun").put("text", code).put("isSubtle", true)));
    return new JsonWriter()
        .put("type", "message")
        .put(
            "attachments",
            List.of(
                new JsonWriter()
                    .put("contentType", "application/vnd.microsoft.card.adaptive")
                    .put(
                        "content",
                        new JsonWriter()
                            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                            .put("type", "AdaptiveCard")
                            .put("version", "1.4")
                            .put("body", body))));
  }

  private static JsonWriter block(JsonWriter run) {
    return new JsonWriter().put("type", "RichTextBlock").put("inlines", List.of(run));
  }
}
