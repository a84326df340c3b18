package com.avonsolutions.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
