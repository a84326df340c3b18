package com.avonsolutions.web;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.web.view.Head;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one place where an exception becomes a status: a page for browsers, a problem document for
 * everybody else.
 */
@Singleton
public final class ErrorAnswers {
  /** When a client may try again after the store refused, in seconds. */
  public static final String RETRY_AFTER_SECONDS = "5";

  private final PageRenderer pages;
  private final JsonMapper json;
  private final RequestLog log;

  ErrorAnswers(PageRenderer pages, JsonMapper json, RequestLog log) {
    this.pages = pages;
    this.json = json;
    this.log = log;
  }

  Response answer(Request request, RuntimeException exception) {
    if (exception instanceof HttpException http) {
      Response response = show(request, Problem.of(http.status(), http.detail()));
      for (var header : http.headers().entrySet()) {
        response = response.with(header.getKey(), header.getValue());
      }
      return response;
    }
    if (exception instanceof InvalidSubmissionException invalid) {
      return show(
          request,
          Problem.of(
              422,
              "Nothing was stored yet. Change these fields and send it again.",
              invalid.violations()));
    }
    if (exception instanceof SubmissionConflictException) {
      return show(
          request,
          Problem.of(422, "This Idempotency-Key came with another content before. Use a new key."));
    }
    log.failure(request, exception);
    if (exception instanceof StoreUnavailableException) {
      return show(
              request,
              Problem.of(503, "We cannot reach our records right now. Please try again shortly."))
          .with("retry-after", RETRY_AFTER_SECONDS);
    }
    return show(request, Problem.of(500, "This is our fault, not yours. Please try again."));
  }

  /** Answers an event of which not even the body could be read. */
  Response unreadable(HttpException exception) {
    return problem(Problem.of(exception.status(), exception.detail()));
  }

  private Response show(Request request, Problem problem) {
    if (!request.wantsPage()) {
      return problem(problem);
    }
    return pages
        .page(
            problem.status(),
            Head.hidden(request.path(), problem.title(), problem.detail()),
            pages.templates().problem(problem.status(), problem.title(), problem.detail()))
        .with("cache-control", "no-store")
        .varyingBy("accept");
  }

  private Response problem(Problem problem) {
    try {
      return Response.text(
              problem.status(), "application/problem+json", json.writeValueAsString(problem))
          .with("cache-control", "no-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
