package com.avonsolutions.exactlyonce;

import com.avonsolutions.exactlyonce.Invocation.Crash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Replaces a function's client, forwards to DynamoDB Local, and injects the faults of the scenario:
 * those that are left after all retries of a real client.
 */
final class FaultyStore implements DynamoDbClient {
  /** Places in the transaction of a lead. */
  private static final int LEAD = 0;

  private static final int IDENTITY = 1;
  private static final int CONSENT = 2;

  private static final Duration LATENCY = Duration.ofMillis(5);
  private static final Duration REFUSAL_LATENCY = Duration.ofMillis(300);

  /** The timeout of a function's client, see AwsClientFactory. */
  private static final Duration TIMEOUT = Duration.ofSeconds(7);

  private final DynamoDbClient real;
  private final Supplier<Run> run;
  private final Supplier<Mutation> mutation;

  FaultyStore(DynamoDbClient real, Supplier<Run> run, Supplier<Mutation> mutation) {
    this.real = real;
    this.run = run;
    this.mutation = mutation;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    TransactWriteItemsRequest named =
        request.toBuilder().clientRequestToken(UUID.randomUUID().toString()).build();
    return call(
        "transaction",
        true,
        () ->
            switch (mutation.get()) {
              case NO_CONDITION -> real.transactWriteItems(withoutCondition(named));
              case LEAD_THEN_IDENTITY -> inTwo(named, List.of(LEAD, CONSENT), List.of(IDENTITY));
              case IDENTITY_THEN_LEAD -> inTwo(named, List.of(IDENTITY), List.of(LEAD, CONSENT));
              case LEAD_THEN_CONSENT -> inTwo(named, List.of(LEAD, IDENTITY), List.of(CONSENT));
              case CONSENT_THEN_LEAD -> inTwo(named, List.of(CONSENT), List.of(LEAD, IDENTITY));
              case BODIES_NOT_COMPARED -> withoutComparison(named);
              default -> real.transactWriteItems(named);
            });
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return call("put", false, () -> real.putItem(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return call("count", false, () -> real.updateItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return call("query", false, () -> real.query(request));
  }

  private <T> T call(String what, boolean transaction, Supplier<T> call) {
    if (Invocation.current().isEmpty()) {
      return call.get();
    }
    Run now = run.get();
    now.step();
    Optional<Fault> fault = now.faultPlan().atTable(transaction);
    if (fault.isEmpty()) {
      now.pass(LATENCY);
      return recorded(now, what, call);
    }
    if (fault.get() == Fault.CRASH_BEFORE_CALL) {
      throw now.crash(Fault.CRASH_BEFORE_CALL);
    }
    now.count(fault.get());
    now.record(what + ": " + fault.get().description);
    return switch (fault.get()) {
      case TABLE_THROTTLES -> {
        now.pass(REFUSAL_LATENCY);
        throw ThrottlingException.builder().message("Injected fault").build();
      }
      case TABLE_FAILS -> {
        now.pass(REFUSAL_LATENCY);
        throw InternalServerErrorException.builder().message("Injected fault").build();
      }
      case TABLE_CONFLICT -> {
        now.pass(LATENCY);
        throw cancelled("None", "TransactionConflict");
      }
      case TABLE_CANCELS -> {
        now.pass(LATENCY);
        throw cancelled();
      }
      case TABLE_TIMES_OUT -> throw timeout(now);
      case TABLE_LANDS_LATER -> {
        now.addInFlight(() -> Run.ignoringFailure(call));
        throw timeout(now);
      }
      case TABLE_ANSWER_LOST -> {
        Run.ignoringFailure(call);
        throw timeout(now);
      }
      case TABLE_SENT_TWICE -> {
        Run.ignoringFailure(call);
        now.pass(Duration.ofSeconds(2));
        now.step();
        yield recorded(now, what, call);
      }
      case CRASH_AFTER_CALL -> {
        Run.ignoringFailure(call);
        throw new Crash();
      }
      default -> throw new IllegalStateException("No fault of a table: " + fault);
    };
  }

  private static <T> T recorded(Run now, String what, Supplier<T> call) {
    try {
      T answer = call.get();
      now.record(what + ": done");
      return answer;
    } catch (RuntimeException e) {
      now.record(what + ": " + e.getClass().getSimpleName() + reasons(e));
      throw e;
    }
  }

  private static String reasons(RuntimeException e) {
    return e instanceof TransactionCanceledException cancelled
        ? " " + cancelled.cancellationReasons().stream().map(CancellationReason::code).toList()
        : "";
  }

  private static ApiCallTimeoutException timeout(Run now) {
    now.pass(TIMEOUT);
    return ApiCallTimeoutException.create(TIMEOUT.toMillis());
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .message("Injected fault")
        .cancellationReasons(
            List.of(codes).stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }

  private static TransactWriteItemsRequest withoutCondition(TransactWriteItemsRequest request) {
    Put identity = put(request, IDENTITY);
    Put bare = Put.builder().tableName(identity.tableName()).item(identity.item()).build();
    return request.toBuilder()
        .transactItems(
            request.transactItems().get(LEAD),
            TransactWriteItem.builder().put(bare).build(),
            request.transactItems().get(CONSENT))
        .build();
  }

  /** Two transactions instead of one, between which the function may crash. */
  private TransactWriteItemsResponse inTwo(
      TransactWriteItemsRequest request, List<Integer> first, List<Integer> second) {
    writePart(request, first);
    run.get().step();
    if (Invocation.current().isPresent() && run.get().faultPlan().crashesBetweenWrites()) {
      throw run.get().crash(Fault.CRASH_BEFORE_CALL);
    }
    writePart(request, second);
    return TransactWriteItemsResponse.builder().build();
  }

  private void writePart(TransactWriteItemsRequest request, List<Integer> places) {
    try {
      real.transactWriteItems(
          part -> part.transactItems(places.stream().map(request.transactItems()::get).toList()));
    } catch (TransactionCanceledException e) {
      List<CancellationReason> reasons =
          new ArrayList<>(
              Collections.nCopies(
                  request.transactItems().size(),
                  CancellationReason.builder().code("None").build()));
      for (int i = 0; i < places.size(); i++) {
        reasons.set(places.get(i), e.cancellationReasons().get(i));
      }
      throw TransactionCanceledException.builder()
          .message("Injected fault")
          .cancellationReasons(reasons)
          .build();
    }
  }

  private TransactWriteItemsResponse withoutComparison(TransactWriteItemsRequest request) {
    try {
      return real.transactWriteItems(request);
    } catch (TransactionCanceledException e) {
      List<CancellationReason> reasons =
          e.cancellationReasons().stream()
              .map(
                  reason -> {
                    Map<String, AttributeValue> item = new HashMap<>(reason.item());
                    item.replace("contentHash", put(request, IDENTITY).item().get("contentHash"));
                    return reason.toBuilder().item(item).build();
                  })
              .toList();
      throw TransactionCanceledException.builder()
          .message("Injected fault")
          .cancellationReasons(reasons)
          .build();
    }
  }

  private static Put put(TransactWriteItemsRequest request, int place) {
    return request.transactItems().get(place).put();
  }

  @Override
  public String serviceName() {
    return real.serviceName();
  }

  @Override
  public void close() {
    real.close();
  }
}
