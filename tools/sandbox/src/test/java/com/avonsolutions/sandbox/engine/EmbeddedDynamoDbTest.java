package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class EmbeddedDynamoDbTest {

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static final String FAQS = "FaqsTable";

  @Test
  void start_shouldFindEarlierData_whenFolderIsTheSame(@TempDir Path folder) {
    try (EmbeddedDynamoDb first = EmbeddedDynamoDb.start(ANY_PORT, Optional.of(folder))) {
      new Tables(first.client(), faqs()).create();
      first
          .client()
          .putItem(r -> r.tableName("FaqsTable").item(Map.of("slug", AttributeValue.fromS("a"))));
    }

    try (EmbeddedDynamoDb second = EmbeddedDynamoDb.start(ANY_PORT, Optional.of(folder))) {
      new Tables(second.client(), faqs()).create();
      assertThat(second.client().scan(r -> r.tableName("FaqsTable")).items()).hasSize(1);
    }
  }

  /** SQLite's journal exists from the first write of a transaction until its commit. */
  @Test
  void transaction_shouldBeCommitted_whenItIsAnswered(@TempDir Path folder) {
    try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.start(ANY_PORT, Optional.of(folder))) {
      new Tables(engine.client(), faqs()).create();
      for (int i = 0; i < 25; i++) {
        String slug = "slug-" + i;
        TransactWriteItem write =
            TransactWriteItem.builder()
                .put(
                    put ->
                        put.tableName("FaqsTable").item(Map.of("slug", AttributeValue.fromS(slug))))
                .build();
        engine.client().transactWriteItems(r -> r.transactItems(write));

        assertThat(folder.resolve("shared-local-instance.db-journal")).doesNotExist();
      }
    }
  }

  /** Each changes FaqsTable. */
  static Stream<Arguments> writes() {
    Map<String, AttributeValue> key = Map.of("slug", AttributeValue.fromS("a"));
    return Stream.of(
        write("put", client -> client.putItem(r -> r.tableName(FAQS).item(key))),
        write("update", client -> client.updateItem(r -> r.tableName(FAQS).key(key))),
        write("delete", client -> client.deleteItem(r -> r.tableName(FAQS).key(key))),
        write(
            "batch",
            client -> client.batchWriteItem(r -> r.requestItems(Map.of(FAQS, List.of(put(key)))))),
        write("transaction, put", transaction(i -> i.put(p -> p.tableName(FAQS).item(key)))),
        write(
            "transaction, update",
            transaction(
                i -> i.update(u -> u.tableName(FAQS).key(key).updateExpression("SET a = slug")))),
        write("transaction, delete", transaction(i -> i.delete(d -> d.tableName(FAQS).key(key)))));
  }

  private static Consumer<DynamoDbClient> transaction(Consumer<TransactWriteItem.Builder> write) {
    TransactWriteItem item = TransactWriteItem.builder().applyMutation(write).build();
    return client -> client.transactWriteItems(r -> r.transactItems(item));
  }

  private static Arguments write(String name, Consumer<DynamoDbClient> write) {
    return Arguments.of(Named.of(name, write));
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void written_shouldNameTheTable_whateverTheOperation(Consumer<DynamoDbClient> write) {
    try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.inMemory()) {
      new Tables(engine.client(), SamTemplate.ofProject().tables().values()).create();
      assertThat(engine.written()).isEmpty();
      engine.client().scan(r -> r.tableName(FAQS));
      assertThat(engine.written()).contains(Set.of());

      write.accept(engine.client());

      assertThat(engine.written()).contains(Set.of(FAQS));
      assertThat(engine.written()).contains(Set.of());
    }
  }

  @Test
  void written_shouldBeUnknown_whenAnyOtherOperationMayHaveChangedSomething() {
    try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.inMemory()) {
      new Tables(engine.client(), faqs()).create();
      engine.written();

      engine.client().executeStatement(r -> r.statement("SELECT * FROM FaqsTable"));

      assertThat(engine.written()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 400",
    "127.0.0.1:8000, 400",
    "[::1]:8000, 400",
    "host.docker.internal:8000, 400",
    "evil.example, 403",
    "localhost.evil.example, 403",
    "127.0.0.1.nip.example, 403"
  })
  void request_shouldBeRefused_whenItsHostIsNoNameOfThisMachine(String host, int status)
      throws IOException {
    try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.inMemory();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), engine.endpoint().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST / HTTP/1.1\r\nHost: "
                      + host
                      + "\r\nContent-Length: 0\r\n"
                      + "Connection: close\r\n\r\n")
                  .getBytes(US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void start_shouldNameThePort_whenItIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedDynamoDb.start(address, Optional.empty()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("Port " + taken.getLocalPort() + " is taken")
          .hasCauseInstanceOf(BindException.class);
    }
  }

  private static List<SamTemplate.Table> faqs() {
    return Optional.ofNullable(SamTemplate.ofProject().tables().get("FaqsTable")).stream().toList();
  }
}
