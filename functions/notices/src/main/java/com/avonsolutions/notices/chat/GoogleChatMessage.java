package com.avonsolutions.notices.chat;

import com.avonsolutions.notices.Notice;
import com.avonsolutions.notices.NoticeText;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.text.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A message for Google Chat. Its text rings everybody for {@code <users/all>}, so it has our own
 * words alone; texts of cards take some tags of HTML, so they are escaped.
 *
 * @see <a href="https://developers.google.com/workspace/chat/api/reference/rest/v1/cards">Cards</a>
 */
final class GoogleChatMessage {
  private static final int MAX_TITLE = 150;
  private static final int MAX_TEXT = 2_000;

  private GoogleChatMessage() {}

  static JsonWriter of(NoticeText text, Notice notice) {
    List<JsonWriter> widgets = new ArrayList<>();
    text.warning().ifPresent(warning -> widgets.add(paragraph(warning)));
    widgets.add(paragraph(text.opening()));
    text.message().ifPresent(message -> widgets.add(paragraph(message)));
    ChatText.facts(text)
        .forEach(
            fact ->
                widgets.add(
                    new JsonWriter()
                        .put(
                            "decoratedText",
                            new JsonWriter()
                                .put("topLabel", escaped(fact.label()))
                                .put("text", escaped(fact.text()))
                                .put("wrapText", true))));
    return new JsonWriter()
        .put("text", "Notice " + notice.code())
        // All messages about one lead are one thread.
        .put("thread", new JsonWriter().put("threadKey", notice.subjectId()))
        .put(
            "cardsV2",
            List.of(
                new JsonWriter()
                    .put("cardId", "notice")
                    .put(
                        "card",
                        new JsonWriter()
                            .put(
                                "header",
                                new JsonWriter()
                                    .put("title", escaped(ChatText.title(text, MAX_TITLE)))
                                    .put("subtitle", notice.code()))
                            .put("sections", List.of(new JsonWriter().put("widgets", widgets))))));
  }

  private static JsonWriter paragraph(String text) {
    return new JsonWriter()
        .put("textParagraph", new JsonWriter().put("text", escaped(Unicode.cut(text, MAX_TEXT))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
