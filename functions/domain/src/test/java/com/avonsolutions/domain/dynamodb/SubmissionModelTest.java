package com.avonsolutions.domain.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.Stores;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.testing.FaultyDynamoDb;
import com.avonsolutions.testing.FaultyDynamoDb.Fault;
import com.avonsolutions.testing.SiteDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Random schedules of people who press twice, at once or later, on a network that loses answers and
 * a store that refuses: every acknowledged press is stored, and every submission at most once.
 */
class SubmissionModelTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String TABLE = "LeadsTable";

  /** More by {@code mvn test -Dsubmission.schedules=5000}. */
  private static final int SCHEDULES = Integer.getInteger("submission.schedules", 100);

  private static final int WORKERS = 8;

  /** One submission of a schedule, and what its presses were told. */
  private record Submission(SubmissionIdentity identity, Set<String> sent, Set<String> told) {
    Submission(SubmissionIdentity identity) {
      this(identity, new HashSet<>(), new HashSet<>());
    }
  }

  @Test
  void write_shouldStoreEveryAcknowledgedSubmissionOnce_whateverGoesWrong() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Callable<Pressed>> work = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int first = worker;
        work.add(() -> runSchedules(first));
      }
      int acknowledged = 0;
      int failed = 0;
      for (Future<Pressed> pressed : threads.invokeAll(work)) {
        acknowledged += pressed.get().acknowledged();
        failed += pressed.get().failed();
      }
      // The schedules are worth something only while both happen often.
      assertThat(acknowledged).isGreaterThan(SCHEDULES);
      assertThat(failed).isGreaterThan(SCHEDULES / 10);
    } finally {
      threads.shutdownNow();
    }
  }

  private record Pressed(int acknowledged, int failed) {}

  /** Every so many-th schedule, because they spend most of their time waiting. */
  private static Pressed runSchedules(int first) {
    int acknowledged = 0;
    int failed = 0;
    try (FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DATABASE.endpoint());
        Stores stores = Stores.of(DATABASE, "ContactFunction", dynamoDb.endpoint())) {
      SubmissionWriter writer = new SubmissionWriter(stores.get(DynamoDbClient.class));
      for (int seed = first; seed < SCHEDULES; seed += WORKERS) {
        Random random = new Random(seed);
        List<Submission> submissions = submissions(seed, random);
        int presses = 2 + random.nextInt(5);
        for (int press = 0; press < presses; press++) {
          Submission submission = submissions.get(random.nextInt(submissions.size()));
          dynamoDb.always(Fault.NONE);
          dynamoDb.next(faults(random));
          boolean told =
              random.nextInt(4) == 0
                  ? pressTwiceAtOnce(writer, submission, seed + "-" + press)
                  : press(writer, submission, seed + "-" + press);
          acknowledged += told ? 1 : 0;
          failed += told ? 0 : 1;
          stores.clock().pass(Duration.ofSeconds(random.nextInt(60)));
        }
        check(submissions, "schedule " + seed);
      }
    }
    return new Pressed(acknowledged, failed);
  }

  /** Up to three, with all kinds of keys; none stands under the client's key of another. */
  private static List<Submission> submissions(int seed, Random random) {
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Optional<String> clientKey =
          random.nextInt(3) == 0 ? Optional.of(seed + "k" + i) : Optional.empty();
      Optional<String> formKey =
          random.nextBoolean() ? Optional.of("form" + seed) : Optional.empty();
      submissions.add(
          new Submission(
              SubmissionIdentity.of(clientKey, formKey, Map.of("text", seed + " " + i))));
    }
    return submissions;
  }

  private static Fault[] faults(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Fault[] {Fault.LOST_ANSWER};
      // More than all attempts of the client and of the connection below it.
      case 1, 2 -> repeat(Fault.LOST_ANSWER, 12);
      case 3 -> repeat(Fault.CONFLICT, 1 + random.nextInt(3));
      case 4 -> new Fault[] {Fault.CONFLICT, Fault.LOST_ANSWER, Fault.CONFLICT};
      case 5 -> repeat(Fault.SERVER_ERROR, 1 + random.nextInt(3));
      default -> new Fault[0];
    };
  }

  private static Fault[] repeat(Fault fault, int times) {
    Fault[] faults = new Fault[times];
    Arrays.fill(faults, fault);
    return faults;
  }

  private static boolean press(SubmissionWriter writer, Submission submission, String id) {
    submission.sent().add(id);
    Optional<String> told = send(writer, submission.identity(), id);
    told.ifPresent(submission.told()::add);
    return told.isPresent();
  }

  private static boolean pressTwiceAtOnce(
      SubmissionWriter writer, Submission submission, String id) {
    submission.sent().add(id + "b");
    CompletableFuture<Optional<String>> second =
        CompletableFuture.supplyAsync(() -> send(writer, submission.identity(), id + "b"));
    boolean told = press(writer, submission, id + "a");
    second.join().ifPresent(submission.told()::add);
    return told;
  }

  /** The id that the sender is told, or nothing when it has to press again. */
  private static Optional<String> send(
      SubmissionWriter writer, SubmissionIdentity identity, String id) {
    try {
      return Optional.of(
          writer.write(TABLE, Map.of("id", Items.text(id)), identity, Stores.START).id());
    } catch (StoreUnavailableException e) {
      return Optional.empty();
    }
  }

  private static void check(List<Submission> submissions, String schedule) {
    for (Submission submission : submissions) {
      Set<String> ofThis = new HashSet<>(submission.sent());
      ofThis.removeIf(id -> !isStored(id));
      assertThat(ofThis).as("%s: stored of one submission", schedule).hasSizeLessThan(2);
      assertThat(submission.told()).as("%s: ids told", schedule).hasSizeLessThan(2);
      if (!submission.told().isEmpty()) {
        assertThat(ofThis).as("%s: what was acknowledged", schedule).isEqualTo(submission.told());
      }
    }
  }

  private static boolean isStored(String id) {
    return DATABASE
        .client()
        .getItem(r -> r.tableName(TABLE).key(Map.of("id", Items.text(id))).consistentRead(true))
        .hasItem();
  }
}
