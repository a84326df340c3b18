package com.avonsolutions.web;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes answers as JSON. */
@Singleton
public final class Json {
  private final JsonMapper mapper;

  Json(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * An answer with a JSON document.
   *
   * @param body of a type that micronaut-serde can write
   */
  public Response answer(int status, Object body) {
    return Response.text(status, "application/json", write(body));
  }

  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
