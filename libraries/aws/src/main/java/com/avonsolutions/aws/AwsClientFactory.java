package com.avonsolutions.aws;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Provides the AWS clients. Region, credentials and HTTP client are explicit, because discovering
 * them slows cold starts.
 */
@Factory
public final class AwsClientFactory {
  /**
   * Milliseconds. Three attempts of these, and the pauses between them, leave time to answer within
   * the function's 20 s.
   */
  private static final int ATTEMPT_TIMEOUT = 2000;

  private static final int MAX_ATTEMPTS = 3;

  // The SDK's own pauses after throttling begin at a second. A visitor waits, and a lead that is
  // refused goes to the queue.
  private static final BackoffStrategy PAUSES =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(1));

  @Singleton
  @Bean(preDestroy = "close")
  DynamoDbClient client(
      @Value("${dynamodb.endpoint:}") String endpoint,
      @Value("${aws.region:us-east-1}") String region,
      @Value("${dynamodb.attempt-timeout-ms:" + ATTEMPT_TIMEOUT + "}") int attemptTimeout,
      AwsCredentialsProvider credentials) {
    Duration attempt = Duration.ofMillis(attemptTimeout);
    DynamoDbClientBuilder builder =
        configured(region, credentials, attempt)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(attempt));
    if (!endpoint.isEmpty()) {
      builder.endpointOverride(URI.create(endpoint));
    }
    return builder.build();
  }

  /**
   * A client outside of any bean context, with the same settings as that of functions.
   *
   * @param environment the function's environment variables
   */
  public static DynamoDbClient of(Map<String, String> environment) {
    String endpoint = environment.getOrDefault("DYNAMODB_ENDPOINT", "");
    AwsClientFactory factory = new AwsClientFactory();
    return factory.client(
        endpoint,
        environment.getOrDefault("AWS_REGION", "us-east-1"),
        ATTEMPT_TIMEOUT,
        factory.credentials(endpoint));
  }

  /**
   * The settings of a client, without HTTP client and endpoint.
   *
   * @param attempt how long one attempt may take. A call takes at most half an attempt longer than
   *     all of them
   */
  public static DynamoDbClientBuilder configured(
      String region, AwsCredentialsProvider credentials, Duration attempt) {
    return DynamoDbClient.builder()
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .overrideConfiguration(
            configuration ->
                configuration
                    .apiCallAttemptTimeout(attempt)
                    .apiCallTimeout(attempt.multipliedBy(MAX_ATTEMPTS).plus(attempt.dividedBy(2)))
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder()
                            .maxAttempts(MAX_ATTEMPTS)
                            .backoffStrategy(PAUSES)
                            .throttlingBackoffStrategy(PAUSES)
                            .build()));
  }

  @Singleton
  AwsCredentialsProvider credentials(@Value("${dynamodb.endpoint:}") String endpoint) {
    return endpoint.isEmpty() ? lambdaCredentials() : localCredentials();
  }

  /** Lambda provides credentials in the environment, and with SnapStart at a local endpoint. */
  private static AwsCredentialsProvider lambdaCredentials() {
    return AwsCredentialsProviderChain.builder()
        .credentialsProviders(
            EnvironmentVariableCredentialsProvider.create(),
            ContainerCredentialsProvider.builder().build())
        .build();
  }

  /** DynamoDB Local accepts any credentials. */
  private static AwsCredentialsProvider localCredentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }
}
