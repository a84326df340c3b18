package com.avonsolutions.notices.mail;

import com.avonsolutions.notices.Notice;
import com.avonsolutions.notices.NoticeText;
import com.avonsolutions.notices.templates.StaticTemplates;
import com.avonsolutions.notices.templates.Templates;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/**
 * Writes the mails to staff, each as text and as HTML with the same facts. No image and no script,
 * and what a visitor wrote is never a link.
 */
@Singleton
@Requires(property = "mail.from")
final class NoticeMail {
  private final Templates templates = new StaticTemplates();

  /** The words of a mail. */
  record Words(String subject, String text, String html) {}

  /**
   * Writes a mail.
   *
   * @param details whether it shows the lead itself, and not only where to look for it
   */
  Words of(Notice notice, boolean details) {
    NoticeText layout = NoticeText.of(notice, details);
    return new Words(
        layout.title() + " [" + notice.code() + "]",
        text(layout),
        templates.notice(layout).render());
  }

  private static String text(NoticeText layout) {
    StringBuilder text = new StringBuilder();
    layout.warning().ifPresent(warning -> text.append(warning).append("\n\n"));
    text.append(layout.opening()).append("\n\n");
    layout.message().ifPresent(message -> text.append(quoted(message)).append("\n\n"));
    layout
        .facts()
        .forEach(fact -> text.append(fact.label()).append(": ").append(fact.text()).append('\n'));
    return text.toString();
  }

  /** So that no line of a message looks like one of ours. */
  private static String quoted(String message) {
    return message.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
  }
}
