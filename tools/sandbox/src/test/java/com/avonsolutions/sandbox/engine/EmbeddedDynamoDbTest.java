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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class EmbeddedDynamoDbTest {

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

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
