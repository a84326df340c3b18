package com.avonsolutions.notices;

import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.text.Unicode;
import java.util.List;
import java.util.Optional;

/**
 * What a person is told, by mail or chat.
 *
 * @param warning before everything else
 * @param opening one or two sentences
 * @param message what a visitor wrote
 */
public record NoticeText(
    String title,
    Optional<String> warning,
    String opening,
    List<Fact> facts,
    Optional<String> message) {
  private static final String DO_NOT_CALL = "Do not call: this person is on a do-not-call list.";

  /**
   * One line.
   *
   * @param link where its text leads; only to numbers and addresses, never into a visitor's text
   */
  public record Fact(String label, String text, Optional<String> link) {}

  /**
   * Writes a notice.
   *
   * @param details whether it shows the lead itself, and not only where to look for it
   */
  public static NoticeText of(Notice notice, boolean details) {
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

  private static NoticeText created(Lead lead, boolean details) {
    String service = lead.enquiry().service().map(Service::label).map(s -> ", " + s).orElse("");
    if (!details) {
      return new NoticeText(
          "New lead",
          Optional.empty(),
          "A lead from " + lead.origin().source() + " waits for a call.",
          List.of(new Fact("Id", lead.id(), Optional.empty())),
          Optional.empty());
    }
    String name = lead.person().name().orElse("no name");
    return new NoticeText(
        "New lead: " + Unicode.printableLine(name) + service,
        Optional.of(DO_NOT_CALL).filter(text -> lead.person().doNotCall()),
        Unicode.printableLine(name) + " waits for a call.",
        LeadFacts.of(lead),
        lead.enquiry().message().map(Unicode::printable));
  }

  private static NoticeText plain(String title, String opening, Notice notice) {
    String id = notice.subjectId().replaceFirst("#.*", "");
    return new NoticeText(
        title,
        Optional.empty(),
        opening,
        List.of(
            new Fact("About", id, Optional.empty()),
            new Fact("Time", LeadFacts.time(notice.at()), Optional.empty())),
        Optional.empty());
  }
}
