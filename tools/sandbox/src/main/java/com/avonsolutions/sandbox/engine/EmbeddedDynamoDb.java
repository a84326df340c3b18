package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * DynamoDB Local inside this JVM. A separate class loader keeps its Jetty, logging and SDK apart
 * from those of the code under test.
 *
 * <p>It does not throttle, has no IAM and no point-in-time recovery, and deletes expired items by
 * the system clock.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {

  private static final String ENGINE = "com.avonsolutions.sandbox.engine.isolated.DynamoDbEngine";
  private static final String ROW_WRITER = "com.avonsolutions.sandbox.engine.isolated.RowWriter";

  /** DynamoDB Local accepts any credentials that have letters and digits only. */
  private static final String ANY_CREDENTIAL = "local";

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(ANY_CREDENTIAL, ANY_CREDENTIAL));

  private static final Region REGION = Region.US_EAST_1;

  /** One class loader for the whole JVM, because a native library can be loaded by one only. */
  private static final class Loader {
    static final ClassLoader INSTANCE =
        new URLClassLoader("dynamodb-local", classPath(), ClassLoader.getPlatformClassLoader());
  }

  private final AutoCloseable engine;
  private final URI endpoint;
  private final DynamoDbClient client;

  private EmbeddedDynamoDb(AutoCloseable engine, int port) {
    this.engine = engine;
    this.endpoint = URI.create("http://localhost:" + port);
    this.client = client(endpoint);
  }

  /** Starts an engine without files, on a free port that only this machine reaches. */
  public static EmbeddedDynamoDb inMemory() {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty());
  }

  /**
   * Starts the engine; port 0 means a free one, the wildcard address makes it reachable from
   * containers. With a folder, a write is on disk before it is answered, even if the JVM is killed.
   *
   * @throws UncheckedIOException with a {@link BindException} when the port is taken
   */
  public static EmbeddedDynamoDb start(InetSocketAddress address, Optional<Path> folder) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Loader.INSTANCE);
    try {
      Object engine =
          Class.forName(ENGINE, true, Loader.INSTANCE)
              .getConstructor(InetSocketAddress.class, String.class)
              .newInstance(address, folder.map(Path::toString).orElse(null));
      return new EmbeddedDynamoDb((AutoCloseable) engine, ((IntSupplier) engine).getAsInt());
    } catch (InvocationTargetException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException taken) {
          throw new UncheckedIOException("Port " + address.getPort() + " is taken", taken);
        }
      }
      throw new IllegalStateException("DynamoDB Local did not start", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("DynamoDB Local is not on its class path", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A writer to the file of a closed engine; it is an {@link AutoCloseable}. */
  @SuppressWarnings("unchecked") // as RowWriter declares
  static BiConsumer<String, @Nullable Object[]> rowWriter(Path folder) {
    try {
      return Class.forName(ROW_WRITER, true, Loader.INSTANCE)
          .asSubclass(BiConsumer.class)
          .getConstructor(String.class)
          .newInstance(folder.toString());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The tables in " + folder + " cannot be opened", e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  /**
   * The tables of an engine in memory that were written to since the last call; empty at the first
   * call, and when tables themselves may have changed.
   */
  @SuppressWarnings("unchecked") // as DynamoDbEngine declares
  Optional<Set<String>> written() {
    return ((Supplier<Optional<Set<String>>>) engine).get();
  }

  /** A client of this engine; closed with it. */
  public DynamoDbClient client() {
    return client;
  }

  /** A client of the streams of this engine's tables; the caller closes it. */
  public DynamoDbStreamsClient streams() {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** The variables that a function needs besides DYNAMODB_ENDPOINT to use this engine. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_REGION", REGION.id(),
        "AWS_ACCESS_KEY_ID", ANY_CREDENTIAL,
        "AWS_SECRET_ACCESS_KEY", ANY_CREDENTIAL);
  }

  /**
   * A client of any DynamoDB Local, such as one in another process. It does not retry, because
   * DynamoDB Local does not throttle.
   */
  public static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .overrideConfiguration(client -> client.retryStrategy(retries -> retries.maxAttempts(1)))
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public void close() {
    client.close();
    try {
      engine.close();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop cleanly", e);
    }
  }

  /** The jars that the build listed, and this module for the engine class. */
  private static URL[] classPath() {
    try (InputStream list = EmbeddedDynamoDb.class.getResourceAsStream("isolated/classpath.txt")) {
      if (list == null) {
        throw new IllegalStateException(
            "The class path of DynamoDB Local is missing: run 'mvn compile' once");
      }
      List<URL> urls = new ArrayList<>();
      urls.add(EmbeddedDynamoDb.class.getProtectionDomain().getCodeSource().getLocation());
      for (String entry :
          new String(list.readAllBytes(), UTF_8).trim().split(File.pathSeparator, -1)) {
        if (Files.notExists(Path.of(entry))) {
          throw new IllegalStateException(entry + " is missing: run 'mvn compile' again");
        }
        urls.add(new File(entry).toURI().toURL());
      }
      return urls.toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
