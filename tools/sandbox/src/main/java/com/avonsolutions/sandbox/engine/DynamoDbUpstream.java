package com.avonsolutions.sandbox.engine;

import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The DynamoDB engine behind a proxy. */
public final class DynamoDbUpstream {
  private static final List<String> FORWARDED_HEADERS =
      List.of("content-type", "x-amz-target", "x-amz-date", "authorization");

  private final URI engine;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public DynamoDbUpstream(URI engine) {
    this.engine = engine;
  }

  /** Forwards a request with this body and returns the engine's reply. */
  public StandInReply forward(StandInRequest request, byte[] body) throws IOException {
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(engine).POST(BodyPublishers.ofByteArray(body));
    for (String name : FORWARDED_HEADERS) {
      request.header(name).ifPresent(value -> forwarded.header(name, value));
    }
    try {
      HttpResponse<byte[]> response = client.send(forwarded.build(), BodyHandlers.ofByteArray());
      return StandInReply.of(response.statusCode(), "application/x-amz-json-1.0", response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
