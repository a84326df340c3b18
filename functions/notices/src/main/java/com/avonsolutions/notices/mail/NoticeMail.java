package com.avonsolutions.notices.mail;

import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.notices.Notice;
import com.avonsolutions.notices.mail.LeadFacts.Fact;
import com.avonsolutions.notices.templates.StaticTemplates;
import com.avonsolutions.notices.templates.Templates;
import com.avonsolutions.text.Unicode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the mails to staff, each as text and as HTML with the same facts. No image and no script,
 * and what a visitor wrote is never a link.
 */
@Singleton
@Requires(property = "mail.from")
public final class NoticeMail {
  private static final String DO_NOT_CALL = "Do not call: this person is on a do-not-call list.";

  private final Templates templates = new StaticTemplates();

  /** The words of a mail. */
  record Words(String subject, String text, String html) {}

  /**
   * What both forms of a mail show.
   *
   * @param warning before everything else
   * @param opening one or two sentences
   */
  public record Layout(
      String title,
      Optional<String> warning,
      String opening,
      List<Fact> facts,
      Optional<String> message) {}

  /**
   * Writes a mail.
   *
   * @param details whether it shows the lead itself, and not only where to look for it
   */
  Words of(Notice notice, boolean details) {
    Layout layout = layout(notice, details);
    return new Words(
        layout.title() + " [" + notice.code() + "]",
        text(layout),
        templates.notice(layout).render());
  }

  private static Layout layout(Notice notice, boolean details) {
    return switch (notice.event()) {
      case LEAD_CREATED -> created(notice.lead().orElseThrow(), details);
      case LEAD_ERASED ->
          plain(
              "A lead was erased",
              "Please delete what you kept of it: search your mailbox for the code in this mail's"
                  + " subject. It is the same as in the mail about the lead.",
              notice);
      case TESTIMONIAL_PENDING ->
          plain(
              "A testimonial waits for approval",
              "List it with: staff testimonials list pending. Then approve or reject it by its id.",
              notice);
      case CHANNEL_FAILING ->
          plain(
              "A channel of notices is failing",
              "It has not accepted anything since "
                  + LeadFacts.time(notice.at())
                  + " or earlier. Attempts go on; see staff channels show.",
              notice);
      case CHANNEL_DISABLED ->
          plain(
              "A channel of notices is disabled",
              "Nothing more is sent to it, and what waits is kept. Mend it, then use staff channels"
                  + " resume.",
              notice);
      case NOTICES_TEST ->
          plain("Test of a channel", "Somebody on your team has sent this test. It works.", notice);
    };
  }

  private static Layout created(Lead lead, boolean details) {
    String service = lead.enquiry().service().map(Service::label).map(s -> ", " + s).orElse("");
    if (!details) {
      return new Layout(
          "New lead",
          Optional.empty(),
          "A lead from " + lead.origin().source() + " waits for a call.",
          List.of(new Fact("Id", lead.id(), Optional.empty())),
          Optional.empty());
    }
    String name = lead.person().name().orElse("no name");
    return new Layout(
        "New lead: " + Unicode.printableLine(name) + service,
        Optional.of(DO_NOT_CALL).filter(text -> lead.person().doNotCall()),
        Unicode.printableLine(name) + " waits for a call.",
        LeadFacts.of(lead),
        lead.enquiry().message().map(Unicode::printable));
  }

  private static Layout plain(String title, String opening, Notice notice) {
    String id = notice.subjectId().replaceFirst("#.*", "");
    return new Layout(
        title,
        Optional.empty(),
        opening,
        List.of(
            new Fact("About", id, Optional.empty()),
            new Fact("Time", LeadFacts.time(notice.at()), Optional.empty())),
        Optional.empty());
  }

  private static String text(Layout layout) {
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
