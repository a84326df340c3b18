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
 * A function as Lambda runs it: on its own class path, one invocation at a time per instance,
 * within its time limit. A request waits a moment for a busy instance and only then starts another:
 * a page with its assets would otherwise start one for each, and a warm answer takes milliseconds.
 */
final class LocalFunction implements AutoCloseable {

  /** API Gateway's limit for an integration, whatever the function's own. */
  static final Duration GATEWAY_LIMIT = Duration.ofSeconds(30);

  private static final int MOST_INSTANCES = 8;
  private static final Duration WAIT_BEFORE_GROWING = Duration.ofMillis(250);
  private static final int LARGEST_RESPONSE = 6 * 1024 * 1024;

  /** What came of an invocation; cold when it was its instance's first. */
  record Outcome(Answer answer, boolean cold) {}

  private final SamTemplate.Function function;
  private final Map<String, String> environment;
  private final FunctionClassLoader classes;
  private final Duration gatewayLimit;
  private final BlockingQueue<Instance> idle = new LinkedBlockingQueue<>();
  private final AtomicInteger instances = new AtomicInteger();
  private final ExecutorService threads;

  LocalFunction(
      SamTemplate.Function function,
      Map<String, String> environment,
      FunctionClassLoader classes,
      Duration gatewayLimit) {
    this.function = function;
    this.environment = environment;
    this.classes = classes;
    this.gatewayLimit = gatewayLimit;
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

  String handler() {
    return function.handler();
  }

  /** Makes the first instance, so that a fault shows at start and not at the first request. */
  void start() {
    instances.incrementAndGet();
    idle.add(create());
  }

  Outcome invoke(byte[] event, String requestId) throws InterruptedException {
    long deadline = System.nanoTime() + gatewayLimit.toNanos();
    Instance instance = take();
    if (instance == null) {
      return new Outcome(Gateway.message(503, "Service Unavailable"), false);
    }
    boolean cold = instance.firstUse();
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    boolean functionFirst = function.timeout().compareTo(left) < 0;
    Duration limit = functionFirst ? function.timeout() : left;
    try {
      return new Outcome(answer(run(instance, event, requestId, limit)), cold);
    } catch (TimeoutException e) {
      return new Outcome(
          functionFirst
              ? Gateway.message(500, "Internal Server Error")
              : Gateway.message(503, "Service Unavailable"),
          cold);
    } catch (ExecutionException e) {
      return new Outcome(Gateway.message(500, "Internal Server Error"), cold);
    } catch (IllegalArgumentException e) {
      complain("answered what API Gateway cannot use: " + e.getMessage());
      return new Outcome(Gateway.message(500, "Internal Server Error"), cold);
    }
  }

  /**
   * An invocation that no request waits for.
   *
   * @return what the function wrote
   * @throws ExecutionException when it failed
   * @throws TimeoutException when its own time ran out
   */
  byte[] handle(byte[] event, String requestId)
      throws InterruptedException, ExecutionException, TimeoutException {
    Instance instance = take();
    if (instance == null) {
      throw new TimeoutException(name() + " has no instance free");
    }
    instance.firstUse();
    return run(instance, event, requestId, function.timeout());
  }

  /** Uses an instance once, and keeps it for others unless it hangs. */
  private byte[] run(Instance instance, byte[] event, String requestId, Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    InvocationContext context =
        InvocationContext.of(requestId, function.logicalId(), function.timeout());
    Future<byte[]> running = threads.submit(() -> instance.handle(event, context));
    try {
      byte[] response = running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      idle.add(instance);
      return response;
    } catch (TimeoutException e) {
      // Lambda ends the process; here the thread is asked to stop and its instance never used
      // again.
      running.cancel(true);
      instances.decrementAndGet();
      complain("gave no answer within " + limit.toMillis() + " ms");
      throw e;
    } catch (ExecutionException e) {
      idle.add(instance);
      complain("failed");
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
      complain("left its class path open: " + e.getMessage());
    }
  }

  private static Answer answer(byte[] response) {
    if (response.length > LARGEST_RESPONSE) {
      throw new IllegalArgumentException(response.length + " bytes are more than 6 MB");
    }
    return Answer.parse(response);
  }

  private @Nullable Instance take() throws InterruptedException {
    Instance instance = idle.poll(WAIT_BEFORE_GROWING.toMillis(), TimeUnit.MILLISECONDS);
    if (instance != null) {
      return instance;
    }
    if (instances.incrementAndGet() <= MOST_INSTANCES) {
      try {
        return create();
      } catch (RuntimeException e) {
        instances.decrementAndGet();
        throw e;
      }
    }
    instances.decrementAndGet();
    return idle.poll(gatewayLimit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Instance create() {
    return new Instance(classes.handler(environment));
  }

  private void complain(String what) {
    System.err.println(name() + " " + what);
  }

  /** One handler object, used by one request at a time. */
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
