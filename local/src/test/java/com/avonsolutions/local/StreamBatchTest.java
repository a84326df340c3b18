package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.local.StreamBatch.Reason;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.template.SamTemplate.StreamSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamBatchTest {
  private static final byte[] DONE = "{}".getBytes(UTF_8);

  private final MutableClock clock = new MutableClock();
  private final List<List<Integer>> calls = new ArrayList<>();
  private final List<Integer> aside = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();

  @Test
  void batch_shouldBeDeliveredOnce_whenItSucceeds() throws Exception {
    deliver(source(2, false, false), 3, batch -> DONE);

    assertThat(calls).containsExactly(List.of(0, 1, 2));
    assertThat(aside).isEmpty();
  }

  @Test
  void batch_shouldBeRetried_andThenPutAsideWhole() throws Exception {
    deliver(source(2, false, false), 3, StreamBatchTest::fail);

    assertThat(calls).hasSize(3).containsOnly(List.of(0, 1, 2));
    assertThat(aside).containsExactly(0, 1, 2);
    assertThat(reasons).containsExactly(Reason.RetryAttemptsExhausted);
  }

  @Test
  void failedRecord_shouldComeAlone_withThoseBehindIt() throws Exception {
    List<Integer> failsTwice = new ArrayList<>(List.of(1, 1));
    deliver(
        source(10, true, true),
        4,
        batch -> batch.contains(1) && failsTwice.remove((Integer) 1) ? failures("1") : DONE);

    assertThat(calls)
        .containsExactly(List.of(0, 1, 2, 3), List.of(1, 2, 3), List.of(1), List.of(2, 3));
  }

  @Test
  void record_shouldBePutAsideAlone_whenItAlwaysFails() throws Exception {
    deliver(source(1, true, false), 25, batch -> batch.contains(17) ? fail(batch) : DONE);

    assertThat(aside).containsExactly(17);
    assertThat(calls.stream().filter(call -> !call.contains(17)).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 25).filter(i -> i != 17).boxed().toList());
  }

  @Test
  void batch_shouldFailAsAWhole_whenTheFunctionNamesNothingThatIsInIt() throws Exception {
    for (String name : List.of("", "99")) {
      calls.clear();
      deliver(source(0, false, true), 2, batch -> failures(name));
      assertThat(calls).containsExactly(List.of(0, 1));
    }
    deliver(source(0, false, true), 2, batch -> "broken".getBytes(UTF_8));

    assertThat(aside).containsExactly(0, 1, 0, 1, 0, 1);
  }

  @Test
  void batch_shouldBeGivenUp_whenItIsTooOld() throws Exception {
    StreamSource source =
        new StreamSource(
            "T",
            10,
            List.of(),
            OptionalInt.empty(),
            Optional.of(Duration.ofMinutes(1)),
            false,
            false,
            Optional.empty());
    deliver(source, 1, StreamBatchTest::fail);

    assertThat(reasons).containsExactly(Reason.RecordAgeExceeded);
    assertThat(calls.size()).isGreaterThan(5);
  }

  private static byte[] fail(List<Integer> batch) {
    throw new IllegalStateException("Cannot handle " + batch);
  }

  private static byte[] failures(String sequenceNumber) {
    return "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
        .formatted(sequenceNumber)
        .getBytes(UTF_8);
  }

  private static StreamSource source(int retries, boolean bisects, boolean reports) {
    return new StreamSource(
        "T",
        10,
        List.of(),
        OptionalInt.of(retries),
        Optional.empty(),
        bisects,
        reports,
        Optional.empty());
  }

  private void deliver(StreamSource source, int size, Function<List<Integer>, byte[]> function)
      throws InterruptedException {
    List<Map<String, Object>> records = IntStream.range(0, size).mapToObj(this::record).toList();
    new StreamBatch(
            source,
            batch -> {
              List<Integer> numbers = numbers(batch);
              calls.add(numbers);
              return function.apply(numbers);
            },
            (reason, given) -> {
              reasons.add(reason);
              aside.addAll(numbers(given));
            },
            clock::pass,
            clock)
        .deliver(records);
  }

  private static List<Integer> numbers(List<Map<String, Object>> batch) {
    return batch.stream().map(StreamBatch::sequenceNumber).map(Integer::valueOf).toList();
  }

  private Map<String, Object> record(int number) {
    return Map.of(
        "dynamodb",
        Map.of(
            "SequenceNumber",
            Integer.toString(number),
            "ApproximateCreationDateTime",
            clock.instant().getEpochSecond()));
  }
}
