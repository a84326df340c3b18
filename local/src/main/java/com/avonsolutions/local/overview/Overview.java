package com.avonsolutions.local.overview;

import com.avonsolutions.sandbox.template.SamTemplate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the page {@code /_local} shows. */
public record Overview(
    List<LeadSummary> leads,
    List<Invocation> invocations,
    List<QueueContents> queues,
    List<TableContents> tables,
    Collection<SamTemplate.Function> functions) {

  public boolean hasMessages() {
    return queues.stream().anyMatch(queue -> !queue.messages().isEmpty());
  }

  /** E.g. {@code SpilledLeads, SpilledLeadsDeadLetters}. */
  public String queueIds() {
    return queues.stream().map(QueueContents::id).collect(Collectors.joining(", "));
  }
}
