package com.avonsolutions.contact;

import com.avonsolutions.contact.spam.FormStamp;
import com.avonsolutions.contact.templates.StaticTemplates;
import com.avonsolutions.contact.templates.Templates;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.function.ErrorAnswers;
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

/** The contact form as a browser without JavaScript sees it. */
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
  private static final Head MISTAKE = Head.hidden("/contact", "Error: Ask for a call", "");

  private final PageRenderer pages;
  private final FormIntake intake;
  private final IdGenerator ids;
  private final ErrorAnswers errors;
  private final FormStamp stamps;
  private final Templates templates = new StaticTemplates();

  ContactForm(
      PageRenderer pages,
      FormIntake intake,
      IdGenerator ids,
      ErrorAnswers errors,
      FormStamp stamps) {
    this.pages = pages;
    this.intake = intake;
    this.ids = ids;
    this.errors = errors;
    this.stamps = stamps;
  }

  /** The empty form, or with a message and a service that another page's link carries along. */
  Response show(Request request) {
    Map<String, String> values = new HashMap<>();
    request
        .query("message")
        .filter(PlainText::isLines)
        .ifPresent(message -> values.put("message", PlainText.cut(message, 5000)));
    request
        .query("service")
        .flatMap(Service::of)
        .ifPresent(service -> values.put("service", service.code()));
    for (String name : AttributionFields.CAMPAIGN) {
      PlainText.bounded(campaignField(request, name), 500)
          .ifPresent(value -> values.put(name, value));
    }
    stamps.issue().ifPresent(stamp -> values.put(SpamCheck.STAMP, stamp));
    FormView form = new FormView(ids.next(), values, Map.of(), Optional.empty());
    return page(200, HEAD, form);
  }

  /** Without JavaScript the address is all that tells of a campaign; a broken one is none. */
  private static Optional<String> campaignField(Request request, String name) {
    try {
      return request.query(name);
    } catch (HttpException e) {
      return Optional.empty();
    }
  }

  /** Takes the form and sends the browser on, or gives it back with everything that was typed. */
  Response submit(Request request) {
    Fields fields = FormReader.read(request, LeadRequest.KNOWN);
    LeadRequest lead = LeadRequest.of(fields);
    // What may be stored already comes again as it came, for another key would make it another
    // lead.
    String key = lead.submissionKey();
    try {
      return Response.seeOther(thanks(intake.accept(request, fields, lead, Set.of())));
    } catch (InvalidSubmissionException e) {
      return page(
          422,
          MISTAKE,
          FormView.rejected(key.isEmpty() ? ids.next() : key, fields.all(), e.violations()));
    } catch (HttpException e) {
      if (e.status() != 429) {
        throw e;
      }
      return e.onto(page(429, MISTAKE, FormView.kept(key, fields.all(), e.detail())));
    } catch (StoreUnavailableException e) {
      return errors.unavailable(
          request, e, page(503, MISTAKE, FormView.unstored(key, fields.all())));
    }
  }

  /** Where a browser is sent when the lead is kept. */
  static String thanks(Receipt receipt) {
    return receipt.queued() ? THANKS + "?status=" + QUEUED : THANKS;
  }

  Response thank(Request request) {
    boolean queued = request.query("status").filter(QUEUED::equals).isPresent();
    return pages
        .page(
            200,
            Head.hidden(THANKS, "Thank you", "Your request is with us."),
            templates.thanks(queued))
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
