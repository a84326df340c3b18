package com.avonsolutions.web.function;

import com.avonsolutions.web.http.ApiEvent;
import com.avonsolutions.web.http.Cors;
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
    Response response = answer(event, function);
    output.write(finisher.toGatewayResponse(response));
    log.write(
        event.requestId(),
        event.routeKey(),
        response.status(),
        (System.nanoTime() - start) / 1_000_000,
        cold);
    cold = false;
  }

  private Response answer(ApiEvent event, Function<Request, Response> function) {
    Request request = Request.withoutBody(event);
    Response response;
    try {
      response = function.apply(request.withBodyOf(event));
    } catch (RuntimeException e) {
      response = errors.answer(request, e);
    }
    return finisher.finish(request, cors.apply(request, response));
  }
}
