package com.avonsolutions.staff;

import com.avonsolutions.domain.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a command needs of the process that runs it.
 *
 * @param variables the environment variables
 * @param sleep waits for as long as it is given
 * @param out standard output, for {@link PrintableStream printable} text only
 */
record Session(
    Clock clock, Map<String, String> variables, Consumer<Duration> sleep, PrintStream out) {

  Session {
    out = new PrintableStream(out);
  }

  /** Reads and writes stores; may read files too. */
  @FunctionalInterface
  interface StoreWork {
    void on(Stores stores) throws IOException;
  }

  /** Opens the store of one table, and closes it after the work. */
  void withStores(TableTarget target, Table table, StoreWork work) throws IOException {
    withStores(target, target.settings(table, variables), work);
  }

  /**
   * The same with settings of the caller.
   *
   * @param target is named in the error when a store is not available
   */
  void withStores(TableTarget target, Map<String, String> settings, StoreWork work)
      throws IOException {
    try (Stores stores = Stores.open(settings, clock)) {
      work.on(stores);
    } catch (StoreUnavailableException e) {
      throw new UserError(StoreFailure.explain(e, target, settings), e);
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted.", e);
    }
  }
}
