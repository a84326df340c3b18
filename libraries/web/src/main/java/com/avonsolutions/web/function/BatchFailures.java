package com.avonsolutions.web.function;

import com.avonsolutions.text.json.JsonWriter;
import java.util.List;

/**
 * Names what Lambda has to deliver again of a batch. The function's event in template.yaml needs
 * {@code FunctionResponseTypes: [ReportBatchItemFailures]}, or Lambda takes the whole batch for
 * done.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial
 *     batch responses of queues</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">and
 *     of streams</a>
 */
final class BatchFailures {
  static final String MEMBER = "batchItemFailures";

  private BatchFailures() {}

  /** The value of the response's member: ids of messages, or sequence numbers of records. */
  static List<JsonWriter> of(List<String> ids) {
    return ids.stream().map(id -> new JsonWriter().put("itemIdentifier", id)).toList();
  }
}
