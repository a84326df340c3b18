package com.avonsolutions.web.startup;

import com.avonsolutions.aws.AwsClientFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Ways to use a DynamoDB client before a snapshot is taken, without leaving a trace. */
final class PrimingClients {
  /** Holds for no item, whatever the table has. */
  private static final String IMPOSSIBLE = "attribute_exists(id) AND attribute_not_exists(id)";

  /** Enough for the code of a connection to be compiled. Each failed write costs one unit. */
  private static final int WRITES = 200;

  /** Nothing waits for an answer here; only a busy machine takes long. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private PrimingClients() {}

  /**
   * A client that marshals, signs and parses as ever and sends nothing: every write succeeds, and
   * every read is empty. Close it, or its threads end up in the snapshot.
   */
  static DynamoDbClient offline() {
    return AwsClientFactory.configured(
            "us-east-1",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("priming", "priming")),
            TIMEOUT)
        .httpClient(UrlConnectionHttpClient.create(CannedConnection::to))
        .build();
  }

  /**
   * Makes writes that always fail, by a client of its own, so that names, certificates and the code
   * of a connection are loaded and compiled. The client and its connection do not outlive the call.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB does not answer
   */
  static void warmUpConnection(Map<String, String> environment, String table) {
    try (DynamoDbClient client = AwsClientFactory.of(environment)) {
      for (int left = Math.min(WRITES, Priming.rounds(environment)); left > 0; left--) {
        writeImpossible(client, table, left == 1);
      }
    }
  }

  private static void writeImpossible(DynamoDbClient client, String table, boolean last) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(Map.of("id", AttributeValue.fromS("priming")))
                  .conditionExpression(IMPOSSIBLE)
                  .overrideConfiguration(
                      own -> own.putHeader("Connection", last ? "close" : "keep-alive")));
    } catch (ConditionalCheckFailedException e) {
      // Expected: no item meets the condition.
    }
  }

  /** Answers at once with a body that suits every operation. */
  private static final class CannedConnection extends HttpURLConnection {
    private static final byte[] ANSWER =
        "{\"Attributes\":{\"count\":{\"N\":\"1\"},\"text\":{\"S\":\"priming\"}},\"Items\":[],\"Count\":0}"
            .getBytes(StandardCharsets.UTF_8);

    private static final Map<String, List<String>> HEADERS =
        Map.of(
            "Content-Type",
            List.of("application/x-amz-json-1.0"),
            "Content-Length",
            List.of(Integer.toString(ANSWER.length)),
            // DynamoDB sends it with every answer, and the client checks it.
            "x-amz-crc32",
            List.of(checksum()));

    private CannedConnection(URL address) {
      super(address);
    }

    static HttpURLConnection to(URI address) {
      try {
        return new CannedConnection(address.toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e);
      }
    }

    private static String checksum() {
      CRC32 checksum = new CRC32();
      checksum.update(ANSWER);
      return Long.toString(checksum.getValue());
    }

    @Override
    public void connect() {
      connected = true;
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public int getResponseCode() {
      return HTTP_OK;
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
      return HEADERS;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(ANSWER);
    }

    @Override
    public boolean usingProxy() {
      return false;
    }

    @Override
    public void disconnect() {
      // Nothing is open.
    }
  }
}
