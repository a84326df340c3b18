package com.avonsolutions.web.function;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.web.form.Rejection;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows a form again, with everything that was typed, when its submission cannot be accepted. */
@Singleton
public final class FormRedisplay {
  private static final String NOT_STORED =
      "We could not store this just now. Everything you typed is still here: please send it again"
          + " in a moment.";

  private final ErrorAnswers errors;

  FormRedisplay(ErrorAnswers errors) {
    this.errors = errors;
  }

  /**
   * Submits a form.
   *
   * @param submission stores the form and answers its sender
   * @param page renders the form again
   */
  public Response submit(
      Request request, Supplier<Response> submission, Function<Rejection, Response> page) {
    try {
      return submission.get();
    } catch (InvalidSubmissionException e) {
      return page.apply(new Rejection(422, e.violations(), Optional.empty()));
    } catch (HttpException e) {
      if (e.status() != 429) {
        throw e;
      }
      return e.addHeadersTo(page.apply(new Rejection(429, List.of(), Optional.of(e.detail()))));
    } catch (StoreUnavailableException e) {
      Rejection rejection = new Rejection(503, List.of(), Optional.of(NOT_STORED));
      return errors.unavailable(request, e, page.apply(rejection));
    }
  }
}
