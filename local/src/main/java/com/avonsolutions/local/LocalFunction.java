package com.avonsolutions.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function as Lambda does: on its own class path, one invocation at a time per instance,
 * within its timeout. An invocation waits a moment for a busy instance before it starts another
 * one; otherwise a page and its assets would start one each.
 */
final class LocalFunction implements AutoCloseable {

  private static final int MAX_INSTANCES = 8;
  private static final Duration SCALE_OUT_AFTER = Duration.ofMillis(250);
  private static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024;

  /** The answer, and whether it was the first invocation of its instance. */
  record Outcome(Answer answer, boolean cold) {}

  private final SamTemplate.Function function;
  private final Map<String, String> environment;
  private final FunctionClassLoader classes;
  private final Timeouts timeouts;
  private final BlockingQueue<Instance> idle = new LinkedBlockingQueue<>();
  private final AtomicInteger instances = new AtomicInteger();
  private final ExecutorService threads;

  LocalFunction(
      SamTemplate.Function function,
      Map<String, String> environment,
      FunctionClassLoader classes,
      Timeouts timeouts) {
    this.function = function;
    this.environment = environment;
    this.classes = classes;
    this.timeouts = timeouts;
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, function.logicalId());
              thread.setDaemon(true);
              thread.setContextClassLoader(classes);
              return thread;
            });
  }

  String name() {
    return function.logicalId();
  }

  /** Makes the first instance, so that a fault shows at start, not at the first request. */
  void start() {
    instances.incrementAndGet();
    idle.add(create());
  }

  /** Invokes the function for an HTTP request, and maps its failures as API Gateway does. */
  Outcome invokeForRequest(byte[] event, String requestId) throws InterruptedException {
    long deadline = System.nanoTime() + timeouts.gateway().toNanos();
    Instance instance = acquire();
    if (instance == null) {
      return new Outcome(ApiGateway.error(503, "Service Unavailable"), false);
    }
    boolean cold = instance.firstUse();
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    boolean functionFirst = timeouts.of(function).compareTo(left) < 0;
    Duration timeout = functionFirst ? timeouts.of(function) : left;
    try {
      return new Outcome(answer(run(instance, event, requestId, timeout)), cold);
    } catch (TimeoutException e) {
      return new Outcome(
          functionFirst
              ? ApiGateway.error(500, "Internal Server Error")
              : ApiGateway.error(503, "Service Unavailable"),
          cold);
    } catch (ExecutionException e) {
      return new Outcome(ApiGateway.error(500, "Internal Server Error"), cold);
    } catch (IllegalArgumentException e) {
      printError("gave a response that API Gateway rejects: " + e.getMessage());
      return new Outcome(ApiGateway.error(500, "Internal Server Error"), cold);
    }
  }

  /**
   * Invokes the function for an event source.
   *
   * @return the function's response
   * @throws ExecutionException when the function failed
   * @throws TimeoutException when the function's timeout expired
   */
  byte[] invokeForEvent(byte[] event, String requestId)
      throws InterruptedException, ExecutionException, TimeoutException {
    Instance instance = acquire();
    if (instance == null) {
      throw new TimeoutException(name() + " has no free instance");
    }
    instance.firstUse();
    return run(instance, event, requestId, timeouts.of(function));
  }

  /** Runs one invocation, and keeps the instance for others unless the timeout expires. */
  private byte[] run(Instance instance, byte[] event, String requestId, Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    InvocationContext context =
        InvocationContext.of(requestId, function.logicalId(), timeouts.of(function));
    Future<byte[]> running = threads.submit(() -> instance.handle(event, context));
    try {
      byte[] response = running.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      idle.add(instance);
      return response;
    } catch (TimeoutException e) {
      // Lambda kills the process; here the thread is interrupted and its instance not used again.
      running.cancel(true);
      instances.decrementAndGet();
      printError("did not answer within " + timeout.toMillis() + " ms");
      throw e;
    } catch (ExecutionException e) {
      idle.add(instance);
      printError("failed");
      Objects.requireNonNullElse(e.getCause(), e).printStackTrace();
      throw e;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    for (Instance instance : idle) {
      instance.close();
    }
    try {
      classes.close();
    } catch (IOException e) {
      printError("did not close its class path: " + e.getMessage());
    }
  }

  private static Answer answer(byte[] response) {
    if (response.length > MAX_RESPONSE_BYTES) {
      throw new IllegalArgumentException(response.length + " bytes exceed 6 MB");
    }
    return Answer.parse(response);
  }

  private @Nullable Instance acquire() throws InterruptedException {
    Instance instance = idle.poll(SCALE_OUT_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    if (instance != null) {
      return instance;
    }
    if (instances.incrementAndGet() <= MAX_INSTANCES) {
      try {
        return create();
      } catch (RuntimeException e) {
        instances.decrementAndGet();
        throw e;
      }
    }
    instances.decrementAndGet();
    return idle.poll(timeouts.gateway().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Instance create() {
    return new Instance(classes.handler(environment));
  }

  private void printError(String problem) {
    System.err.println(name() + " " + problem);
  }

  /** A handler, used by one invocation at a time. */
  private static final class Instance {

    private final RequestStreamHandler handler;
    private boolean used;

    Instance(RequestStreamHandler handler) {
      this.handler = handler;
    }

    boolean firstUse() {
      boolean first = !used;
      used = true;
      return first;
    }

    byte[] handle(byte[] event, InvocationContext context) throws IOException {
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(event), response, context);
      return response.toByteArray();
    }

    void close() {
      if (handler instanceof AutoCloseable closeable) {
        try {
          closeable.close();
        } catch (Exception e) {
          System.err.println(handler + " did not close: " + e.getMessage());
        }
      }
    }
  }
}
