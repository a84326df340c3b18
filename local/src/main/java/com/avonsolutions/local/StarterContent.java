package com.avonsolutions.local;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Content that a fresh checkout starts with, loaded at every start before the functions run. */
public interface StarterContent {

  /** What is loaded, for the start-up output: "24 FAQs from content/faqs". */
  String describe();

  /**
   * Loads it, without touching what somebody has changed since.
   *
   * @param tables physical names by logical id
   */
  void load(DynamoDbClient client, Map<String, String> tables);
}
