package com.avonsolutions.exactlyonce;

import com.avonsolutions.exactlyonce.Invocation.Death;
import java.time.Duration;
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
 * Takes the place of a function's client, hands over to DynamoDB Local, and fails as the schedule
 * says, in the ways in which a call fails after all of the client's own attempts.
 */
final class StoreBoundary implements DynamoDbClient {
  private static final Duration QUICK = Duration.ofMillis(5);
  private static final Duration REFUSAL = Duration.ofMillis(300);

  /** The limit of a function's client, see AwsClientFactory. */
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private final DynamoDbClient real;
  private final Supplier<Run> run;
  private final Supplier<Mistake> mistake;

  StoreBoundary(DynamoDbClient real, Supplier<Run> run, Supplier<Mistake> mistake) {
    this.real = real;
    this.run = run;
    this.mistake = mistake;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    TransactWriteItemsRequest named =
        request.toBuilder().clientRequestToken(UUID.randomUUID().toString()).build();
    return call(
        "transaction",
        true,
        () ->
            switch (mistake.get()) {
              case NO_CONDITION -> real.transactWriteItems(withoutCondition(named));
              case LEAD_THEN_IDENTITY -> oneByOne(named, 0, 1);
              case IDENTITY_THEN_LEAD -> oneByOne(named, 1, 0);
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
    Optional<Fault> fault = now.weather().atTable(transaction);
    if (fault.isEmpty()) {
      now.pass(QUICK);
      return heard(now, what, call);
    }
    if (fault.get() == Fault.CRASH_BEFORE_CALL) {
      throw now.die(Fault.CRASH_BEFORE_CALL);
    }
    now.count(fault.get());
    now.tell(what + ": " + fault.get().told);
    return switch (fault.get()) {
      case TABLE_THROTTLES -> {
        now.pass(REFUSAL);
        throw ThrottlingException.builder().message("As told").build();
      }
      case TABLE_FAILS -> {
        now.pass(REFUSAL);
        throw InternalServerErrorException.builder().message("As told").build();
      }
      case TABLE_CONFLICT -> {
        now.pass(QUICK);
        throw cancelled("None", "TransactionConflict");
      }
      case TABLE_CANCELS -> {
        now.pass(QUICK);
        throw cancelled();
      }
      case TABLE_TIMES_OUT -> throw timeout(now);
      case TABLE_LANDS_LATER -> {
        now.onTheWay(() -> Run.unheard(call));
        throw timeout(now);
      }
      case TABLE_ANSWER_LOST -> {
        Run.unheard(call);
        throw timeout(now);
      }
      case TABLE_SENT_TWICE -> {
        Run.unheard(call);
        now.pass(Duration.ofSeconds(2));
        now.step();
        yield heard(now, what, call);
      }
      case CRASH_AFTER_CALL -> {
        Run.unheard(call);
        throw new Death();
      }
      default -> throw new IllegalStateException("No fault of a table: " + fault);
    };
  }

  private static <T> T heard(Run now, String what, Supplier<T> call) {
    try {
      T answer = call.get();
      now.tell(what + ": done");
      return answer;
    } catch (RuntimeException e) {
      now.tell(what + ": " + e.getClass().getSimpleName() + reasons(e));
      throw e;
    }
  }

  private static String reasons(RuntimeException e) {
    return e instanceof TransactionCanceledException cancelled
        ? " " + cancelled.cancellationReasons().stream().map(CancellationReason::code).toList()
        : "";
  }

  private static ApiCallTimeoutException timeout(Run now) {
    now.pass(PATIENCE);
    return ApiCallTimeoutException.create(PATIENCE.toMillis());
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .message("As told")
        .cancellationReasons(
            List.of(codes).stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }

  private static TransactWriteItemsRequest withoutCondition(TransactWriteItemsRequest request) {
    Put identity = put(request, 1);
    Put bare = Put.builder().tableName(identity.tableName()).item(identity.item()).build();
    return request.toBuilder()
        .transactItems(
            request.transactItems().get(0), TransactWriteItem.builder().put(bare).build())
        .build();
  }

  private TransactWriteItemsResponse oneByOne(
      TransactWriteItemsRequest request, int first, int second) {
    for (int each : new int[] {first, second}) {
      Put put = put(request, each);
      try {
        real.transactWriteItems(
            one -> one.transactItems(TransactWriteItem.builder().put(put).build()));
      } catch (TransactionCanceledException e) {
        CancellationReason[] reasons = {
          CancellationReason.builder().code("None").build(),
          CancellationReason.builder().code("None").build()
        };
        reasons[each] = e.cancellationReasons().get(0);
        throw TransactionCanceledException.builder()
            .message("As told")
            .cancellationReasons(reasons)
            .build();
      }
      if (each == first) {
        run.get().step();
        if (Invocation.current().isPresent()
            && run.get().weather().atTable(false).equals(Optional.of(Fault.CRASH_BEFORE_CALL))) {
          throw run.get().die(Fault.CRASH_BEFORE_CALL);
        }
      }
    }
    return TransactWriteItemsResponse.builder().build();
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
                    item.replace("contentHash", put(request, 1).item().get("contentHash"));
                    return reason.toBuilder().item(item).build();
                  })
              .toList();
      throw TransactionCanceledException.builder()
          .message("As told")
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
