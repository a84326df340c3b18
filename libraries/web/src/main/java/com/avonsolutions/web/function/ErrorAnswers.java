package com.avonsolutions.web.function;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Problem;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.RequestLog;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageRenderer;
import jakarta.inject.Singleton;

/**
 * Maps exceptions to responses, in this place only: a page for browsers, a problem document for all
 * other clients.
 */
@Singleton
public final class ErrorAnswers {
  /** The time after which a client may retry while the store is unavailable. */
  private static final String RETRY_AFTER_SECONDS = "5";

  private final PageRenderer pages;
  private final RequestLog log;

  ErrorAnswers(PageRenderer pages, RequestLog log) {
    this.pages = pages;
    this.log = log;
  }

  /** Maps an exception to a response, and logs it if it is our fault. */
  public Response answer(Request request, RuntimeException exception) {
    if (exception instanceof HttpException http) {
      return http.addHeadersTo(show(request, Problem.of(http.status(), http.detail())));
    }
    if (exception instanceof InvalidSubmissionException invalid) {
      return show(request, invalid(invalid));
    }
    if (exception instanceof SubmissionConflictException) {
      return show(
          request,
          Problem.of(422, "This Idempotency-Key came with another content before. Use a new key."));
    }
    if (exception instanceof StoreUnavailableException unavailable) {
      return unavailable(
          request,
          unavailable,
          show(
              request,
              Problem.of(503, "We cannot reach our records right now. Please try again shortly.")));
    }
    log.failure(request, exception);
    if (exception instanceof SecretUnavailableException) {
      return show(request, Problem.of(503, "This does not work right now."));
    }
    return show(request, Problem.of(500, "This is our fault, not yours. Please try again."));
  }

  /** The answer to a script whose fields are wrong, with a member that says more. */
  public Response withMember(InvalidSubmissionException exception, String name, JsonWriter value) {
    return problem(422, invalid(exception).toJson().put(name, value));
  }

  private static Problem invalid(InvalidSubmissionException exception) {
    return Problem.of(
        422, "Change the fields named here and send it again.", exception.violations());
  }

  /**
   * Logs that the store is unavailable, and names the time to retry after.
   *
   * @param response what to show, e.g. the form with everything that was typed
   */
  Response unavailable(Request request, StoreUnavailableException exception, Response response) {
    log.failure(request, exception);
    return response.with("retry-after", RETRY_AFTER_SECONDS);
  }

  private Response show(Request request, Problem problem) {
    if (!request.wantsPage()) {
      return problem(problem.status(), problem.toJson());
    }
    return pages
        .page(
            problem.status(),
            Head.hidden(request.path(), problem.title(), problem.detail()),
            pages
                .templates()
                .problem(problem.status(), problem.title(), problem.detail(), problem.violations()))
        .with("cache-control", "no-store")
        .varyingBy("accept");
  }

  private static Response problem(int status, JsonWriter problem) {
    return Response.json(status, problem)
        .with("content-type", "application/problem+json")
        .with("cache-control", "no-store");
  }
}
