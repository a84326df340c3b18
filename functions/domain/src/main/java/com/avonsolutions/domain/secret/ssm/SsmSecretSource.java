package com.avonsolutions.domain.secret.ssm;

import com.avonsolutions.domain.secret.SecretSource;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Reads one parameter of SSM Parameter Store, decrypted. A single call of the API, signed by the
 * SDK's own signer, in place of the SSM client, which would add megabytes and start-up time to
 * every function for this one read.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">GetParameter</a>
 */
@Singleton
final class SsmSecretSource implements SecretSource {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonPointer VALUE = JsonPointer.compile("/Parameter/Value");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String region;
  private final URI endpoint;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /**
   * Prepares a reader.
   *
   * @param endpoint of a stand-in; empty means that of the region
   */
  SsmSecretSource(
      @Value("${aws.region:us-east-1}") String region,
      @Value("${ssm.endpoint:}") String endpoint,
      AwsCredentialsProvider credentials) {
    this.region = region;
    this.endpoint =
        URI.create(endpoint.isEmpty() ? "https://ssm." + region + ".amazonaws.com" : endpoint);
    this.credentials = credentials;
  }

  @Override
  public String read(String name) {
    try (SdkHttpClient http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(PATIENCE)
            .socketTimeout(PATIENCE)
            .build()) {
      HttpExecuteResponse response = http.prepareRequest(request(name)).call();
      try (InputStream body =
          response.responseBody().orElseThrow(() -> new SecretUnavailableException(name))) {
        if (!response.httpResponse().isSuccessful()) {
          throw new SecretUnavailableException(name);
        }
        return parameterValue(name, body);
      }
    } catch (IOException | SdkException e) {
      throw new SecretUnavailableException(name, e);
    }
  }

  private HttpExecuteRequest request(String name) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(name));
    byte[] body =
        ("{\"Name\":\"" + quoted + "\",\"WithDecryption\":true}").getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.resolve("/"))
            .putHeader("content-type", "application/x-amz-json-1.1")
            .putHeader("content-length", Integer.toString(body.length))
            .putHeader("x-amz-target", "AmazonSSM.GetParameter")
            .build();
    ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElse(payload))
        .build();
  }

  private static String parameterValue(String name, InputStream body) throws IOException {
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING
            && json.getParsingContext().pathAsPointer().equals(VALUE)) {
          return json.getText();
        }
      }
    }
    throw new SecretUnavailableException(name);
  }
}
