package com.avonsolutions.bench.baseline;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code POST /api/leads}. */
public final class SubmitLeads implements RequestStreamHandler {
  private static final JsonFactory JSON = new JsonFactory();

  private final LeadTable leads = LeadTable.ofEnvironment(System.getenv());

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long start = System.nanoTime();
    byte[] body = body(input);
    int status;
    String answer;
    try {
      Map<String, String> fields = fields(body);
      Map<String, String> errors = LeadRules.errors(fields);
      if (errors.isEmpty()) {
        status = 201;
        answer = json(Map.of("id", leads.put(fields, Instant.now()), "status", "received"));
      } else {
        status = 422;
        answer = json(errors);
      }
    } catch (IOException e) {
      status = 400;
      answer = json(Map.of("detail", "This is not valid JSON."));
    } catch (SdkException e) {
      status = 503;
      answer = json(Map.of("detail", "We cannot reach our records right now."));
    }
    write(output, status, answer);
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println(
        json(
            Map.of(
                "requestId",
                context.getAwsRequestId(),
                "status",
                Integer.toString(status),
                "millis",
                Long.toString(millis))));
  }

  /** The body of an event in payload format 2.0. */
  private static byte[] body(InputStream event) throws IOException {
    String body = "";
    boolean base64 = false;
    try (JsonParser json = JSON.createParser(event)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("body") && value == JsonToken.VALUE_STRING) {
          body = json.getText();
        } else if (name.equals("isBase64Encoded")) {
          base64 = json.getBooleanValue();
        } else {
          json.skipChildren();
        }
      }
    }
    return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
  }

  /** The members of a JSON object that are texts, numbers or booleans. */
  private static Map<String, String> fields(byte[] body) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("Not a JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken().isScalarValue()) {
          fields.put(name, json.getText().strip());
        } else {
          json.skipChildren();
        }
      }
    }
    return fields;
  }

  private static void write(OutputStream output, int status, String body) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(output)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", status);
      json.writeObjectFieldStart("headers");
      json.writeStringField("content-type", "application/json");
      json.writeStringField("cache-control", "no-store");
      json.writeStringField("x-content-type-options", "nosniff");
      json.writeStringField("strict-transport-security", "max-age=63072000");
      json.writeEndObject();
      json.writeStringField("body", body);
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }

  private static String json(Map<String, String> object) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (var member : new TreeMap<>(object).entrySet()) {
        json.writeStringField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    }
    return text.toString();
  }
}
