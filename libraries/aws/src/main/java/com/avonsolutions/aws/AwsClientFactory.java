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
 * Makes the AWS clients. Region, credentials and HTTP client are explicit, because looking for them
 * costs a start.
 */
@Factory
public final class AwsClientFactory {
  // Three attempts of two seconds stay under the function's 20 s with room to answer.
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(7);

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
                    .socketTimeout(ATTEMPT));
    if (!endpoint.isEmpty()) {
      builder.endpointOverride(URI.create(endpoint));
    }
    return builder.build();
  }

  /**
   * A client that no bean holds, with the settings of the one that functions have.
   *
   * @param environment of the function
   */
  public static DynamoDbClient of(Map<String, String> environment) {
    String endpoint = environment.getOrDefault("DYNAMODB_ENDPOINT", "");
    AwsClientFactory factory = new AwsClientFactory();
    return factory.client(
        endpoint,
        environment.getOrDefault("AWS_REGION", "us-east-1"),
        factory.credentials(endpoint));
  }

  /** A client's settings without its HTTP client and endpoint. */
  public static DynamoDbClientBuilder configured(
      String region, AwsCredentialsProvider credentials) {
    return DynamoDbClient.builder()
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .overrideConfiguration(
            configuration ->
                configuration
                    .apiCallAttemptTimeout(ATTEMPT)
                    .apiCallTimeout(CALL)
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(3).build()));
  }

  @Singleton
  AwsCredentialsProvider credentials(@Value("${dynamodb.endpoint:}") String endpoint) {
    return endpoint.isEmpty() ? lambdaCredentials() : localCredentials();
  }

  /** The two ways in which Lambda gives credentials: plain, and with SnapStart. */
  private static AwsCredentialsProvider lambdaCredentials() {
    return AwsCredentialsProviderChain.builder()
        .credentialsProviders(
            EnvironmentVariableCredentialsProvider.create(),
            ContainerCredentialsProvider.builder().build())
        .build();
  }

  /** DynamoDB Local takes any. */
  private static AwsCredentialsProvider localCredentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }
}
