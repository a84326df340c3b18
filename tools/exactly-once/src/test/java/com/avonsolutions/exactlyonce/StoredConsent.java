package com.avonsolutions.exactlyonce;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of a record of consent. */
record StoredConsent(String subject, String event) {

  static StoredConsent of(Map<String, AttributeValue> item) {
    return new StoredConsent(text(item, "subject"), text(item, "event"));
  }

  /** The key of the only record that a lead has. */
  static StoredConsent of(StoredLead lead) {
    return new StoredConsent("lead#" + lead.id(), lead.receivedAt() + "#GIVEN");
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
  }
}
