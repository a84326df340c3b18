package com.avonsolutions.sandbox.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/** The reply of a {@link StandInServer} to one request. */
public record StandInReply(
    int status, Map<String, String> headers, byte[] body, Delivery delivery) {

  /** How much of a reply arrives. */
  enum Delivery {
    WHOLE,
    CUT_OFF,
    ENDLESS,
    DROPPED,
    NEVER
  }

  public static StandInReply of(int status, String contentType, byte[] body) {
    return new StandInReply(status, Map.of("content-type", contentType), body, Delivery.WHOLE);
  }

  public static StandInReply json(int status, String json) {
    return of(status, "application/json", json.getBytes(UTF_8));
  }

  /** Closes the connection without a byte. */
  public static StandInReply dropped() {
    return json(0, "").with(Delivery.DROPPED);
  }

  /** Sends nothing until the server is closed. */
  public static StandInReply never() {
    return json(0, "").with(Delivery.NEVER);
  }

  /** Sends half of the body, then closes the connection. */
  public StandInReply cutOff() {
    return with(Delivery.CUT_OFF);
  }

  /** Sends the body, then a space every 50 ms until the server is closed. */
  public StandInReply endless() {
    return with(Delivery.ENDLESS);
  }

  public StandInReply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new StandInReply(status, more, body, delivery);
  }

  private StandInReply with(Delivery other) {
    return new StandInReply(status, headers, body, other);
  }
}
