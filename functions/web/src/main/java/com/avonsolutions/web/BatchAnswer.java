package com.avonsolutions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Tells Lambda which records of a batch have to come again. The function's event in template.yaml
 * needs {@code FunctionResponseTypes: [ReportBatchItemFailures]}, or none would.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Implementing
 *     partial batch responses</a>
 */
@Serdeable.Serializable
record BatchAnswer(@JsonInclude(JsonInclude.Include.ALWAYS) List<Failure> batchItemFailures) {

  /**
   * One record.
   *
   * @param itemIdentifier a queue's message id, or a stream's sequence number
   */
  @Serdeable.Serializable
  record Failure(String itemIdentifier) {}

  static BatchAnswer failed(List<String> identifiers) {
    return new BatchAnswer(identifiers.stream().map(Failure::new).toList());
  }
}
