package com.avonsolutions.web.function;

import com.avonsolutions.web.http.ApiEvent;
import com.avonsolutions.web.http.Cors;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.RequestLog;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.http.ResponseFinisher;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * One HTTP request to a function: reads the event, calls the function, maps exceptions to
 * responses, adds headers and writes one log line.
 */
@Singleton
public final class HttpExchange {
  /**
   * Lambda refuses an answer of more than 6 MB as a failure of the function. A form that is shown
   * again can become longer than it was sent, because markup and JSON escape characters.
   */
  private static final int MAX_ANSWER_BYTES = 6_000_000;

  private static final String TOO_LONG =
      "This is too long to be shown again. Please shorten your text.";

  private final ErrorAnswers errors;
  private final Cors cors;
  private final ResponseFinisher finisher;
  private final RequestLog log;

  private boolean cold = true;

  HttpExchange(ErrorAnswers errors, Cors cors, ResponseFinisher finisher, RequestLog log) {
    this.errors = errors;
    this.cors = cors;
    this.finisher = finisher;
    this.log = log;
  }

  void serve(InputStream input, OutputStream output, Function<Request, Response> function)
      throws IOException {
    long start = System.nanoTime();
    ApiEvent event = ApiEvent.read(input.readAllBytes());
    Request request = Request.withoutBody(event);
    Response response = finished(request, answer(event, request, function));
    byte[] answer = finisher.toGatewayResponse(response);
    if (answer.length > MAX_ANSWER_BYTES) {
      response = finished(request, errors.answer(request, HttpException.tooLarge(TOO_LONG)));
      answer = finisher.toGatewayResponse(response);
    }
    output.write(answer);
    log.write(
        event.requestId(),
        event.routeKey(),
        response.status(),
        (System.nanoTime() - start) / 1_000_000,
        cold);
    cold = false;
  }

  private Response answer(ApiEvent event, Request request, Function<Request, Response> function) {
    try {
      return function.apply(request.withBodyOf(event));
    } catch (RuntimeException e) {
      return errors.answer(request, e);
    }
  }

  private Response finished(Request request, Response response) {
    return finisher.finish(request, cors.apply(request, response));
  }
}
