package com.avonsolutions.local.deliveries;

import com.avonsolutions.local.overview.IndiaTime;
import com.avonsolutions.local.page.LocalAnswers;
import com.avonsolutions.local.page.LocalPart;
import com.avonsolutions.local.page.LocalRequest;
import com.avonsolutions.local.templates.StaticTemplates;
import com.avonsolutions.local.templates.Templates;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.staff.Stores;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The page, and its button. */
public final class DeliveriesPage implements LocalPart {
  private static final String PATH = "/_local/deliveries";
  private static final String TABLE = "DeliveriesTable";
  private static final int MAX_ROWS = 200;

  private final DynamoDbClient client;
  private final Map<String, String> settings;
  private final EmbeddedSqs sqs;
  private final Templates templates = new StaticTemplates();
  private final IndiaTime time = new IndiaTime(Clock.systemUTC());

  /**
   * Creates the page.
   *
   * @param endpoint of the tables
   */
  public DeliveriesPage(DynamoDbClient client, URI endpoint, EmbeddedSqs sqs) {
    this.client = client;
    this.settings = Map.of("DYNAMODB_ENDPOINT", endpoint.toString(), "DELIVERIES_TABLE", TABLE);
    this.sqs = sqs;
  }

  @Override
  public Optional<Answer> answer(LocalRequest request) {
    if (request.path().equals(PATH) && request.isGet()) {
      return Optional.of(
          LocalAnswers.page(
              templates.deliveries(rows(), time, request.query().equals("refresh")).render()));
    }
    if (request.path().startsWith(PATH + "/") && request.method().equals("POST")) {
      return Optional.of(replay(request.path().substring(PATH.length() + 1)));
    }
    return Optional.empty();
  }

  private List<DeliveryRow> rows() {
    return client.scanPaginator(scan -> scan.tableName(TABLE)).items().stream()
        .filter(item -> item.containsKey("event"))
        .map(DeliveryRow::of)
        .sorted(Comparator.comparing(DeliveryRow::plannedAt).reversed())
        .limit(MAX_ROWS)
        .toList();
  }

  private Answer replay(String id) {
    Optional<DeliveryRow> row = rows().stream().filter(one -> one.id().equals(id)).findFirst();
    if (row.isEmpty() || !isDueAgain(id)) {
      return LocalAnswers.error(404, "There is no such delivery, or it is being sent right now.");
    }
    sqs.send(row.get().kind().equals("mail") ? "MailQueue" : "OutboundQueue", id);
    return LocalAnswers.seeOther(PATH);
  }

  private boolean isDueAgain(String id) {
    try (Stores stores = Stores.open(settings)) {
      return stores.deliveries().replay(id, Instant.now());
    }
  }
}
