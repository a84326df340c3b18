package com.avonsolutions.contact;

import com.avonsolutions.contact.templates.StaticTemplates;
import com.avonsolutions.contact.templates.Templates;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.Forms;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.form.Rejection;
import com.avonsolutions.web.function.ErrorAnswers;
import com.avonsolutions.web.function.FormRedisplay;
import com.avonsolutions.web.http.Cors;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageRenderer;
import com.avonsolutions.web.page.Site;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Forms of other sites, posted by a browser or by a script: docs/embedding.md. */
@Singleton
final class PostedForms {
  private final Forms forms;
  private final FormIntake intake;
  private final SpamCheck spam;
  private final Site site;
  private final PageRenderer pages;
  private final FormRedisplay redisplay;
  private final ErrorAnswers errors;
  private final Templates templates = new StaticTemplates();

  PostedForms(
      Forms forms,
      FormIntake intake,
      SpamCheck spam,
      Site site,
      PageRenderer pages,
      FormRedisplay redisplay,
      ErrorAnswers errors) {
    this.forms = forms;
    this.intake = intake;
    this.spam = spam;
    this.site = site;
    this.pages = pages;
    this.redisplay = redisplay;
    this.errors = errors;
  }

  /** Stores the form. A script of an allowed origin can read every response, errors too. */
  Response submit(Request request) {
    Form form = find(request);
    Optional<String> origin = request.foreignOrigin(site.url());
    if (origin.isPresent() && !form.takesFrom(origin.get())) {
      throw HttpException.forbidden("This form takes nothing from the site that sent this.");
    }
    Response response;
    try {
      response = answer(request, form);
    } catch (RuntimeException e) {
      response = errors.answer(request, e);
    }
    return origin.isPresent() ? Cors.readable(response, origin.get()) : response;
  }

  Response preflight(Request request) {
    Form form = find(request);
    Set<String> origins =
        request.header("origin").filter(form::takesFrom).map(Set::of).orElse(Set.of());
    Response response = Cors.preflight(request, "POST, OPTIONS", origins);
    return request
        .header("origin")
        .filter(origins::contains)
        .map(origin -> Cors.readable(response, origin))
        .orElse(response);
  }

  private Form find(Request request) {
    String name = request.pathParameter("form");
    try {
      return forms.find(name).orElseThrow(HttpException::notFound);
    } catch (StoreUnavailableException e) {
      return Optional.of(name)
          .filter(Form::isName)
          .map(Form::unread)
          .orElseThrow(HttpException::notFound);
    }
  }

  private Response answer(Request request, Form form) {
    Arrival arrival = spam.arrive(request);
    if (!request.wantsPage()) {
      arrival.refuseFlood();
    }
    Fields fields = FormReader.readAny(request);
    FormSubmission submission =
        FormSubmission.of(
            form, fields, PlainText.bounded(request.header("referer"), Origin.MAX_PAGE_LENGTH));
    Optional<String> redirect = submission.redirect().flatMap(form::allowedNext).or(form::thanks);
    if (!request.wantsPage() && submission.unreachable()) {
      return unreachable(arrival, form, fields, submission);
    }
    if (!request.wantsPage()) {
      Receipt receipt = accept(arrival, form, fields, submission);
      String next = redirect.orElseGet(() -> ContactForm.thanks(receipt, submission.lead()));
      return Response.json(LeadApi.status(receipt), accepted(receipt, submission.lead(), next));
    }
    return redisplay.submit(
        request,
        () -> {
          Receipt receipt = accept(arrival, form, fields, submission);
          return Response.seeOther(
              redirect.orElseGet(() -> ContactForm.thanks(receipt, submission.lead())));
        },
        rejection -> page(request, fields, rejection, redirect));
  }

  /** Tells the script of a form without known names which names it sent, besides the mistakes. */
  private Response unreachable(
      Arrival arrival, Form form, Fields fields, FormSubmission submission) {
    try {
      accept(arrival, form, fields, submission);
      throw new IllegalStateException("Nobody can be reached without a number or an address");
    } catch (InvalidSubmissionException e) {
      JsonWriter names =
          new JsonWriter()
              .putTexts("sent", fields.all().keySet().stream().sorted().toList())
              .putTexts("understood", FieldNames.understood());
      return errors.withMember(e, "names", names);
    }
  }

  private Receipt accept(Arrival arrival, Form form, Fields fields, FormSubmission submission) {
    try {
      return intake.accept(arrival, fields, submission.lead(), form.origins());
    } catch (InvalidSubmissionException e) {
      throw submission.withSentNames(e);
    }
  }

  /** Our page with the form's fields and everything that was typed, as we cannot change theirs. */
  private Response page(
      Request request, Fields fields, Rejection rejection, Optional<String> redirect) {
    Response page =
        pages
            .page(
                rejection.status(),
                Head.hidden(request.path(), "Error: please check the form", ""),
                templates.postedForm(
                    request.path(),
                    PostedFormView.rejected(fields, rejection),
                    pages.templates().consentWords(Purpose.ANSWER_ENQUIRY)))
            .with("cache-control", "no-store");
    return redirect
        .flatMap(Form::originOf)
        .map(pages::policyWithFormLeadingTo)
        .map(policy -> page.with("content-security-policy", policy))
        .orElse(page);
  }

  /**
   * The answer to a script, with the fields of the services that it may be written for.
   *
   * @param next where the form would redirect a browser to
   */
  private static JsonWriter accepted(Receipt receipt, LeadRequest lead, String next) {
    return LeadApi.accepted(receipt, lead).put("ok", true).put("success", true).put("next", next);
  }
}
