package com.avonsolutions.exactlyonce;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One invocation of a function, on a thread of its own that runs only when it is resumed. */
final class Invocation {
  private static final ThreadLocal<@Nullable Invocation> CURRENT = new ThreadLocal<>();

  private final String name;
  private final Instant deadline;
  private final Runnable work;
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final Semaphore turn = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);
  private @Nullable Throwable failure;
  private boolean done;

  /** The function's process crashes and loses its memory. No code of the function catches this. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  Invocation(String name, Instant start, Duration timeout, Runnable work) {
    this.name = name;
    this.deadline = start.plus(timeout);
    this.work = work;
  }

  /** The invocation of the current thread. */
  static Optional<Invocation> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  String name() {
    return name;
  }

  boolean isOutOfTime(Instant now) {
    return now.isAfter(deadline);
  }

  Set<Fault> faults() {
    return faults;
  }

  boolean isDone() {
    return done;
  }

  void start() {
    Thread thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    turn.acquireUninterruptibly();
    CURRENT.set(this);
    try {
      work.run();
    } catch (Crash e) {
      // The client gets no reply.
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      done = true;
      back.release();
    }
  }

  /** Runs it until it yields or is done. */
  void resume() {
    turn.release();
    back.acquireUninterruptibly();
    if (failure != null) {
      throw new AssertionError(name + " failed", failure);
    }
  }

  /** Called from its own thread: lets other invocations run. */
  void yieldTurn() {
    back.release();
    turn.acquireUninterruptibly();
  }
}
