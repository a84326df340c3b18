package com.avonsolutions.aws;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Calls services that use AWS's JSON protocol, signed by the SDK's signer. We need one or two
 * operations of each service; an SDK client for them would add a megabyte and start-up time to
 * every function.
 */
@Singleton
public final class AwsJsonApi {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

  private final String region;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  public AwsJsonApi(
      @Value("${aws.region:us-east-1}") String region, AwsCredentialsProvider credentials) {
    this.region = region;
    this.credentials = credentials;
  }

  /** A service's endpoint in the function's region. */
  public URI endpoint(String service) {
    return URI.create("https://" + service + "." + region + ".amazonaws.com");
  }

  /**
   * Makes one attempt of three seconds at most.
   *
   * @param service its signing name, e.g. {@code sqs}
   * @param version of the protocol, {@code 1.0} or {@code 1.1}
   * @param operation e.g. {@code AmazonSQS.SendMessage}
   * @param body a JSON document
   * @return the JSON document of the response
   * @throws SdkException when the service returns an error or times out
   */
  public byte[] call(URI endpoint, String service, String version, String operation, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.resolve("/"))
            .putHeader("content-type", "application/x-amz-json-" + version)
            .putHeader("content-length", Integer.toString(bytes.length))
            .putHeader("x-amz-target", operation)
            .build();
    ContentStreamProvider payload = () -> new ByteArrayInputStream(bytes);
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return send(
        HttpExecuteRequest.builder()
            .request(signed.request())
            .contentStreamProvider(signed.payload().orElse(payload))
            .build());
  }

  private static byte[] send(HttpExecuteRequest request) {
    try (SdkHttpClient http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(READ_TIMEOUT)
            .build()) {
      HttpExecuteResponse response = http.prepareRequest(request).call();
      byte[] body = new byte[0];
      if (response.responseBody().isPresent()) {
        try (InputStream stream = response.responseBody().get()) {
          body = stream.readAllBytes();
        }
      }
      if (!response.httpResponse().isSuccessful()) {
        throw refusal(response.httpResponse());
      }
      return body;
    } catch (IOException e) {
      throw SdkClientException.create("No answer", e);
    }
  }

  /** Uses only the headers, because the body may quote the request. */
  private static AwsServiceException refusal(SdkHttpResponse response) {
    return AwsServiceException.builder()
        .message("Refused")
        .statusCode(response.statusCode())
        .requestId(response.firstMatchingHeader("x-amzn-requestid").orElse("-"))
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(
                    response
                        .firstMatchingHeader("x-amzn-errortype")
                        .orElse(Integer.toString(response.statusCode())))
                .build())
        .build();
  }
}
