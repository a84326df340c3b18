package com.avonsolutions.domain.dynamodb;

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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What a function does with DynamoDB before its snapshot is taken, without leaving a trace. */
public final class PrimingClients {
  /** Holds for no item, whatever the table has. */
  private static final String IMPOSSIBLE = "attribute_exists(id) AND attribute_not_exists(id)";

  /** Enough for the code of a connection to be compiled; refused writes are paid, a unit each. */
  private static final int KNOCKS = 200;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private PrimingClients() {}

  /**
   * A client that marshals, signs and reads as ever and sends nothing: every write succeeds, and
   * every read finds nothing. Its threads end when it is closed.
   */
  public record Unplugged(DynamoDbClient client) implements AutoCloseable {
    @Override
    public void close() {
      client.close();
    }
  }

  /** A client of its own for one rehearsal. */
  public static Unplugged unplugged() {
    return new Unplugged(
        AwsClientFactory.configured(
                "us-east-1",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("priming", "priming")))
            .httpClient(UrlConnectionHttpClient.create(Nowhere::of))
            // Only a machine that is busy with other things is slow here.
            .overrideConfiguration(
                limits -> limits.apiCallAttemptTimeout(PATIENCE).apiCallTimeout(PATIENCE))
            .build());
  }

  /**
   * Makes writes that cannot succeed, by a client of its own, so that the way to DynamoDB is known
   * and compiled: its name, its certificates, its refusal. Nothing of the client or its connection
   * stays.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB does not answer
   */
  public static void knock(Map<String, String> environment, String table) {
    String endpoint = environment.getOrDefault("DYNAMODB_ENDPOINT", "");
    AwsClientFactory factory = new AwsClientFactory();
    try (DynamoDbClient client =
        factory.client(
            endpoint,
            environment.getOrDefault("AWS_REGION", "us-east-1"),
            factory.credentials(endpoint))) {
      for (int left = KNOCKS; left > 0; left--) {
        knock(client, table, left == 1);
      }
    }
  }

  private static void knock(DynamoDbClient client, String table, boolean last) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(Map.of("id", Items.text("priming")))
                  .conditionExpression(IMPOSSIBLE)
                  .overrideConfiguration(
                      own -> own.putHeader("Connection", last ? "close" : "keep-alive")));
    } catch (ConditionalCheckFailedException e) {
      // As it has to be.
    }
  }

  /** Answers everything at once, with what fits every operation. */
  private static final class Nowhere extends HttpURLConnection {
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

    private Nowhere(URL address) {
      super(address);
    }

    static HttpURLConnection of(URI address) {
      try {
        return new Nowhere(address.toURL());
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
      // There is nothing open.
    }
  }
}
