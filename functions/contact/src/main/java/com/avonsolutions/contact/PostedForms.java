package com.avonsolutions.contact;

import com.avonsolutions.contact.templates.StaticTemplates;
import com.avonsolutions.contact.templates.Templates;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.Forms;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.function.ErrorAnswers;
import com.avonsolutions.web.http.Cors;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageRenderer;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Takes what a form of another site posts, by itself or by a script. */
@Singleton
final class PostedForms {
  private final Forms forms;
  private final FormIntake intake;
  private final PageRenderer pages;
  private final ErrorAnswers errors;
  private final Templates templates = new StaticTemplates();

  PostedForms(Forms forms, FormIntake intake, PageRenderer pages, ErrorAnswers errors) {
    this.forms = forms;
    this.intake = intake;
    this.pages = pages;
    this.errors = errors;
  }

  /** Takes the form; a script of an allowed origin can read every answer, a mistake's too. */
  Response submit(Request request) {
    Form form = find(request);
    Optional<String> origin = request.foreignOrigin();
    if (origin.isPresent() && !form.origins().contains(origin.get())) {
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
    Set<String> origins = find(request).origins();
    Response response = Cors.preflight(request, "POST, OPTIONS", origins);
    return request
        .header("origin")
        .filter(origins::contains)
        .map(origin -> Cors.readable(response, origin))
        .orElse(response);
  }

  private Form find(Request request) {
    return forms.find(request.pathParameter("form")).orElseThrow(HttpException::notFound);
  }

  private Response answer(Request request, Form form) {
    Fields fields = FormReader.readAny(request);
    FormSubmission submission =
        FormSubmission.of(form, fields, PlainText.bounded(request.header("referer"), 500));
    Optional<String> theirs = submission.next().flatMap(form::allowedNext).or(form::thanks);
    try {
      Receipt receipt = intake.accept(request, fields, submission.lead(), form.origins());
      String next = theirs.orElseGet(() -> ContactForm.thanks(receipt));
      return request.wantsPage()
          ? Response.seeOther(next)
          : Response.json(LeadApi.status(receipt), accepted(receipt, next));
    } catch (InvalidSubmissionException e) {
      InvalidSubmissionException told = submission.inItsWords(e);
      if (!request.wantsPage()) {
        throw told;
      }
      return page(422, request, SentForm.rejected(fields, told.violations()), theirs);
    } catch (HttpException e) {
      if (e.status() != 429 || !request.wantsPage()) {
        throw e;
      }
      return e.onto(page(429, request, SentForm.kept(fields, e.detail()), theirs));
    } catch (StoreUnavailableException e) {
      if (!request.wantsPage()) {
        throw e;
      }
      return errors.unavailable(request, e, page(503, request, SentForm.unstored(fields), theirs));
    }
  }

  /** The form with everything that was typed, on our page, because we cannot change theirs. */
  private Response page(int status, Request request, SentForm form, Optional<String> next) {
    Response page =
        pages
            .page(
                status,
                Head.hidden(request.path(), "Error: please check the form", ""),
                templates.sentForm(request.path(), form))
            .with("cache-control", "no-store");
    return next.flatMap(Form::originOf)
        .map(pages::policyWithFormLeadingTo)
        .map(policy -> page.with("content-security-policy", policy))
        .orElse(page);
  }

  /**
   * What a script is told, in the words of the services that it may have been written for.
   *
   * @param next where the form would send a browser
   */
  private static JsonWriter accepted(Receipt receipt, String next) {
    return new JsonWriter()
        .put("id", receipt.id())
        .put("status", LeadApi.word(receipt))
        .put("ok", true)
        .put("success", true)
        .put("next", next);
  }
}
