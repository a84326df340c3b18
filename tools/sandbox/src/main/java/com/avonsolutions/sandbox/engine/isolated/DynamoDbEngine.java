package com.avonsolutions.sandbox.engine.isolated;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local behind our own Jetty: its stock server listens on every interface and reports its
 * use to AWS. Created by reflection in the engine's class loader; as an {@link IntSupplier} it
 * supplies its port, as a {@link Supplier} what was written since it was last asked: the names of
 * the tables, or nothing when tables themselves may have changed. Only an engine in memory knows.
 */
public final class DynamoDbEngine
    implements IntSupplier, Supplier<Optional<Set<String>>>, AutoCloseable {

  private static final String TARGET = "X-Amz-Target";

  /**
   * A page in a browser can reach this server by a name that its owner points at this machine, but
   * by no number and by none of these names.
   */
  private static final Pattern LOCAL_NAMES =
      Pattern.compile("localhost|host\\.docker\\.internal|[0-9.]+|\\[[0-9a-fA-F:.]+]");

  /** The targets that leave the tables themselves, such as {@code DynamoDB_20120810.PutItem}. */
  private static final Pattern READS_AND_ITEMS =
      Pattern.compile(
          "[^.]*\\.((Get|BatchGet|TransactGet|Query|Scan|Describe|List).*"
              + "|(Put|Update|Delete|BatchWrite)Item|TransactWriteItems)");

  /** A field, because java.util.logging drops loggers without a strong reference. */
  private static final Logger SQLITE_LOG = Logger.getLogger("com.almworks.sqlite4java");

  private final LocalDynamoDBServerHandler handler;
  private final Server server;
  private final ServerConnector connector;
  private final AtomicBoolean tablesChanged = new AtomicBoolean(true);
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  /** Notes the tables that it writes to. */
  private final class InMemory extends LocalDynamoDBRequestHandler {

    InMemory(boolean shared) {
      super(0, true, null, shared, false);
    }

    @Override
    public PutItemResponse putItem(String accessKey, String region, PutItemRequest request) {
      written.add(request.tableName());
      return super.putItem(accessKey, region, request);
    }

    @Override
    public UpdateItemResponse updateItem(
        String accessKey, String region, UpdateItemRequest request) {
      written.add(request.tableName());
      return super.updateItem(accessKey, region, request);
    }

    @Override
    public DeleteItemResponse deleteItem(
        String accessKey, String region, DeleteItemRequest request) {
      written.add(request.tableName());
      return super.deleteItem(accessKey, region, request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(
        String accessKey, String region, BatchWriteItemRequest request) {
      written.addAll(request.requestItems().keySet());
      return super.batchWriteItem(accessKey, region, request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(
        String accessKey, String region, TransactWriteItemsRequest request) {
      for (TransactWriteItem item : request.transactItems()) {
        Stream.of(
                Optional.ofNullable(item.put()).map(Put::tableName),
                Optional.ofNullable(item.update()).map(Update::tableName),
                Optional.ofNullable(item.delete()).map(Delete::tableName))
            .flatMap(Optional::stream)
            .forEach(written::add);
      }
      return super.transactWriteItems(accessKey, region, request);
    }
  }

  /** DynamoDB Local answers a transaction while its commit still waits in the database's queue. */
  private static final class Durable extends LocalDynamoDBRequestHandler {

    Durable(String folder, boolean shared) {
      super(0, false, folder, shared, false);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(
        String accessKey, String region, TransactWriteItemsRequest request) {
      TransactWriteItemsResponse response = super.transactWriteItems(accessKey, region, request);
      waitForQueue(accessKey, region);
      return response;
    }

    @Override
    public ExecuteTransactionResponse executeTransaction(
        String accessKey, String region, ExecuteTransactionRequest request) {
      ExecuteTransactionResponse response = super.executeTransaction(accessKey, region, request);
      waitForQueue(accessKey, region);
      return response;
    }

    /** Any read waits for what was queued before. */
    private void waitForQueue(String accessKey, String region) {
      listTables(accessKey, region, ListTablesRequest.builder().limit(1).build());
    }
  }

  /** Without a folder the data is in memory only. */
  public DynamoDbEngine(InetSocketAddress address, @Nullable String folder) throws Exception {
    // A filter, because DynamoDB Local sets the level. Its answer tells of a failure too.
    SQLITE_LOG.setFilter(record -> false);
    // One database for all credentials and regions.
    boolean shared = true;
    handler =
        new LocalDynamoDBServerHandler(
            folder == null ? new InMemory(shared) : new Durable(folder, shared), "");
    server = new Server();
    connector = new ServerConnector(server);
    connector.setHost(address.getAddress().getHostAddress());
    connector.setPort(address.getPort());
    server.addConnector(connector);
    server.setHandler(
        new Handler.Wrapper(new ContextHandler(handler, "/")) {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            if (!LOCAL_NAMES.matcher(Request.getServerName(request)).matches()) {
              Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
              return true;
            }
            String target = request.getHeaders().get(TARGET);
            if (target == null || !READS_AND_ITEMS.matcher(target).matches()) {
              tablesChanged.set(true);
            }
            return super.handle(request, response, callback);
          }
        });
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  @Override
  public int getAsInt() {
    return connector.getLocalPort();
  }

  @Override
  public Optional<Set<String>> get() {
    Set<String> tables = Set.copyOf(written);
    written.removeAll(tables);
    return tablesChanged.getAndSet(false) ? Optional.empty() : Optional.of(tables);
  }

  /** Stops accepting requests first, so that none reaches a closed database. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      handler.close();
    }
  }
}
