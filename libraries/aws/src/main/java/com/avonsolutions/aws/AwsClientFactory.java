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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Provides the AWS clients. Region, credentials and HTTP client are explicit, because discovering
 * them slows cold starts.
 */
@Factory
public final class AwsClientFactory {
  // Three attempts of two seconds leave time to answer within the function's 20 s.
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(7);

  @Singleton
  @Bean(preDestroy = "close")
  DynamoDbClient client(
      @Value("${dynamodb.endpoint:}") String endpoint,
      @Value("${aws.region:us-east-1}") String region,
      AwsCredentialsProvider credentials) {
    DynamoDbClientBuilder builder =
        configured(region, credentials)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(ATTEMPT_TIMEOUT));
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
        factory.credentials(endpoint));
  }

  /** The settings of a client, without HTTP client and endpoint. */
  public static DynamoDbClientBuilder configured(
      String region, AwsCredentialsProvider credentials) {
    return DynamoDbClient.builder()
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .overrideConfiguration(
            configuration ->
                configuration
                    .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                    .apiCallTimeout(CALL_TIMEOUT)
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(3).build()));
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
