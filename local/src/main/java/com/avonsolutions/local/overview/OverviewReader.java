package com.avonsolutions.local.overview;

import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Gathers what the page shows. */
public record OverviewReader(
    SamTemplate template, DynamoDbClient client, EmbeddedSqs sqs, InvocationLog invocations) {
  private static final String LEADS_TABLE = "LeadsTable";
  private static final int MAX_LEADS = 20;

  public Overview read() {
    List<LeadSummary> leads = new ArrayList<>();
    List<TableContents> tables = new ArrayList<>();
    for (SamTemplate.Table table : template.tables().values()) {
      List<Map<String, AttributeValue>> items = TableContents.scan(client, table);
      tables.add(TableContents.of(table, items));
      if (table.logicalId().equals(LEADS_TABLE)) {
        leads.addAll(LeadSummary.newest(items, MAX_LEADS));
      }
    }
    return new Overview(
        List.copyOf(leads),
        invocations.newestFirst(),
        template.queues().keySet().stream()
            .map(id -> new QueueContents(id, sqs.messages(id)))
            .toList(),
        List.copyOf(tables),
        template.functions().values());
  }
}
