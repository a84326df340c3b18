package com.avonsolutions.contact;

import com.avonsolutions.contact.spam.FormStamp;
import com.avonsolutions.contact.templates.StaticTemplates;
import com.avonsolutions.contact.templates.Templates;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.function.FormRedisplay;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.FormView;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageRenderer;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** The contact page: the form, and what a browser without JavaScript posts from it. */
@Singleton
final class ContactForm {
  private static final Head HEAD =
      Head.of(
          "/contact",
          "Ask for a call",
          "Leave a phone number or an e-mail address and what you want to happen. A person reads"
              + " it and answers you.");
  private static final String THANKS = "/contact/thanks";
  private static final String QUEUED = "queued";
  private static final String MEANT = "meant";
  private static final Head ERROR = Head.hidden("/contact", "Error: Ask for a call", "");

  private final PageRenderer pages;
  private final FormIntake intake;
  private final SpamCheck spam;
  private final IdGenerator ids;
  private final FormRedisplay redisplay;
  private final FormStamp stamps;
  private final Templates templates = new StaticTemplates();

  ContactForm(
      PageRenderer pages,
      FormIntake intake,
      SpamCheck spam,
      IdGenerator ids,
      FormRedisplay redisplay,
      FormStamp stamps) {
    this.pages = pages;
    this.intake = intake;
    this.spam = spam;
    this.ids = ids;
    this.redisplay = redisplay;
    this.stamps = stamps;
  }

  /** The form, filled with the message, service and campaign that the address names. */
  Response show(Request request) {
    Map<String, String> values = new HashMap<>();
    request
        .query("message")
        .filter(PlainText::isMultiLine)
        .ifPresent(
            message -> values.put("message", Unicode.cut(message, LeadField.MESSAGE.maxLength())));
    request
        .query("service")
        .flatMap(Service::of)
        .ifPresent(service -> values.put("service", service.code()));
    for (String name : Attribution.CAMPAIGN) {
      PlainText.bounded(campaignField(request, name), Attribution.MAX_LENGTH)
          .ifPresent(value -> values.put(name, value));
    }
    stamps.issue().ifPresent(stamp -> values.put(SpamCheck.STAMP, stamp));
    FormView form = new FormView(ids.next(), values, Map.of(), Optional.empty());
    return page(200, HEAD, form);
  }

  /** Without JavaScript only the address names the campaign. A malformed field is ignored. */
  private static Optional<String> campaignField(Request request, String name) {
    try {
      return request.query(name);
    } catch (HttpException e) {
      return Optional.empty();
    }
  }

  /** Stores the lead and redirects to the thanks, or shows the form again with everything typed. */
  Response submit(Request request) {
    Arrival arrival = spam.arrive(request);
    Fields fields = FormReader.read(request, LeadRequest.KNOWN);
    LeadRequest lead = LeadRequest.of(fields);
    return redisplay.submit(
        request,
        () -> Response.seeOther(thanks(intake.accept(arrival, fields, lead, Set.of()), lead)),
        rejection ->
            page(
                rejection.status(),
                ERROR,
                FormView.rejected(
                    rejection.nextKey(lead.submissionKey(), ids), fields.all(), rejection)));
  }

  /** The page that a browser is redirected to once the lead is stored or queued. */
  static String thanks(Receipt receipt, LeadRequest lead) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (receipt.queued()) {
      query.add("status=" + QUEUED);
    }
    // The domain is one of a few, and not a person's: no address belongs into an address.
    lead.probablyMeant().ifPresent(email -> query.add(MEANT + '=' + email.domain()));
    return THANKS + query;
  }

  Response thank(Request request) {
    boolean queued = request.query("status").filter(QUEUED::equals).isPresent();
    Optional<String> meant = request.query(MEANT).filter(EmailAddress::isSuggested);
    return pages
        .page(
            200,
            Head.hidden(THANKS, "Thank you", "Your request is with us."),
            templates.thanks(queued, meant.orElse("")))
        .with("cache-control", "public, max-age=300");
  }

  private Response page(int status, Head head, FormView form) {
    return pages
        .page(
            status,
            head,
            templates.contact(pages.templates().contactForm(form, false), status != 200))
        .with("cache-control", status == 200 ? "private, no-cache" : "no-store");
  }
}
