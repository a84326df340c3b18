package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Random leads that are stored, completed, released, erased and sent again while calls fail and
 * answers get lost: at any time each lead has one record of consent, which says of the lead what
 * the lead says.
 */
class ConsentModelTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final int SEEDS = Integer.getInteger("model.seeds", 40);
  private static final int STEPS = 8;
  private static final List<Integer> FAULT_RATES = List.of(0, 0, 20, 60);
  private static final List<LeadState> STATES =
      List.of(LeadState.RECEIVED, LeadState.QUARANTINED, LeadState.AWAITING_DETAILS);

  private final MutableClock clock = new MutableClock();
  private final LeadStore leads =
      new DynamoDbLeadStore(
          new FaultyClient(), "LeadsTable", 730, 60, "ConsentsTable", 1095, clock, time -> {});
  private final Map<String, Lead> sent = new HashMap<>();
  private final TreeSet<String> erased = new TreeSet<>();
  private Random random = new Random(0);
  private int faultsInHundred;
  private int failures;

  @Test
  void leads_shouldHaveOneRecordEach_whateverFails() {
    int stored = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      random = new Random(seed);
      List<String> ids = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        faultsInHundred = FAULT_RATES.get(random.nextInt(FAULT_RATES.size()));
        step(seed, ids);
        faultsInHundred = 0;
        stored = check("seed %d, step %d".formatted(seed, step));
      }
      clear();
    }
    assertThat(stored).isPositive();
    assertThat(failures).as("faults that a caller sees").isPositive();
    assertThat(erased).isNotEmpty();
  }

  private void step(int seed, List<String> ids) {
    try {
      if (ids.isEmpty() || random.nextInt(3) == 0) {
        Lead lead = lead(seed, ids.size(), STATES.get(random.nextInt(STATES.size())));
        ids.add(lead.id());
        sent.put(lead.id(), lead);
        leads.store(lead, identity(lead.id()));
        return;
      }
      Lead lead = Optional.ofNullable(sent.get(ids.get(random.nextInt(ids.size())))).orElseThrow();
      switch (random.nextInt(4)) {
        case 0 -> leads.store(lead, identity(lead.id()));
        case 1 ->
            leads.complete(
                lead.withState(LeadState.RECEIVED)
                    .withPerson(person())
                    .withConsent(consent("complete")));
        case 2 -> leads.release(lead.id());
        default -> {
          erased.add(lead.id());
          leads.erase(lead.id());
        }
      }
    } catch (StoreUnavailableException e) {
      failures++;
    }
  }

  /**
   * Forwards to DynamoDB Local and injects the faults that are left after a real client's retries.
   */
  private final class FaultyClient implements DynamoDbClient {
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      if (fault()) {
        throw TransactionCanceledException.builder()
            .message("Injected fault")
            .cancellationReasons(
                CancellationReason.builder().code("None").build(),
                CancellationReason.builder().code("TransactionConflict").build())
            .build();
      }
      return call(() -> DATABASE.client().transactWriteItems(request));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return call(() -> DATABASE.client().getItem(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
      return call(() -> DATABASE.client().deleteItem(request));
    }

    private <T> T call(Supplier<T> call) {
      if (fault()) {
        throw ThrottlingException.builder().message("Injected fault").build();
      }
      T answer = call.get();
      if (fault()) {
        // Done, and the answer is lost.
        throw ApiCallTimeoutException.create(7_000);
      }
      return answer;
    }

    private boolean fault() {
      return random.nextInt(100) < faultsInHundred;
    }

    @Override
    public String serviceName() {
      return DATABASE.client().serviceName();
    }

    @Override
    public void close() {
      // The client is the database's.
    }
  }

  /** Returns the number of leads that are stored. */
  private int check(String when) {
    int leadsStored = 0;
    Map<String, Map<String, AttributeValue>> records = new HashMap<>();
    for (Map<String, AttributeValue> record : scan("ConsentsTable")) {
      assertThat(records.put(Items.required(record, "subject"), record)).as(when).isNull();
    }
    for (Map<String, AttributeValue> lead : scan("LeadsTable")) {
      if (lead.containsKey("receivedAt")) {
        leadsStored++;
        String subject = "lead#" + Items.required(lead, "id");
        assertThat(records).as(when).containsKey(subject);
        agree(when, lead, Optional.ofNullable(records.remove(subject)).orElseThrow());
      }
    }
    // What is left is the proof of leads that were erased.
    assertThat(records.keySet())
        .as(when)
        .allMatch(subject -> erased.contains(subject.substring("lead#".length())));
    return leadsStored;
  }

  private static void clear() {
    clear("LeadsTable", List.of("id"));
    clear("ConsentsTable", List.of("subject", "event"));
  }

  private static void clear(String table, List<String> keys) {
    for (Map<String, AttributeValue> item : scan(table)) {
      Map<String, AttributeValue> key = new HashMap<>(item);
      key.keySet().retainAll(keys);
      DATABASE.client().deleteItem(request -> request.tableName(table).key(key));
    }
  }

  private static void agree(
      String when, Map<String, AttributeValue> lead, Map<String, AttributeValue> record) {
    for (String same : List.of("phoneHash", "providerId", "source")) {
      assertThat(record.get(same)).as(when + ", " + same).isEqualTo(lead.get(same));
    }
    assertThat(record.get("version")).as(when).isEqualTo(lead.get("consentVersion"));
    assertThat(expiry(record) - expiry(lead)).as(when).isEqualTo(Duration.ofDays(1095).toSeconds());
  }

  private static long expiry(Map<String, AttributeValue> item) {
    return Items.optionalNumber(item, "expiresAt").orElseThrow();
  }

  private static List<Map<String, AttributeValue>> scan(String table) {
    return DATABASE
        .client()
        .scanPaginator(request -> request.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  private static Lead lead(int seed, int number, LeadState state) {
    String id = "%05d-%d".formatted(seed, number);
    Lead lead =
        new Lead(
            id,
            LeadState.RECEIVED,
            state == LeadState.AWAITING_DETAILS ? Person.UNKNOWN : person(),
            Enquiry.NONE,
            new Origin(
                "meta", Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty()),
            Attribution.NONE,
            consent("first"),
            Optional.empty(),
            Instant.parse("2026-11-22T10:15:30Z").plusSeconds(seed));
    return state == LeadState.QUARANTINED
        ? lead.withVerdict(new SpamVerdict(true, 100, List.of("links")))
        : lead.withState(state);
  }

  private static Person person() {
    return new Person(
        Optional.of("Asha"), Optional.empty(), Phone.parse("9876543210"), Map.of(), false);
  }

  private static Consent consent(String version) {
    return Consent.unseen(ShownWords.named(version), ConsentMethod.PLATFORM);
  }

  private static SubmissionIdentity identity(String id) {
    return SubmissionIdentity.ofProvider("meta", id);
  }
}
