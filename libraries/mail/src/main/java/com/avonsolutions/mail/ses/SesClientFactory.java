package com.avonsolutions.mail.ses;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/** Provides the client of Amazon SES. */
@Factory
@Requires(property = "mail.from")
final class SesClientFactory {
  /** Without retries: whoever sends has a schedule, and a blind retry would double a mail. */
  @Singleton
  @Bean(preDestroy = "close")
  SesV2Client client(
      @Value("${ses.endpoint:}") String endpoint,
      @Value("${aws.region:us-east-1}") String region,
      @Value("${ses.timeout.millis:10000}") int timeoutMillis,
      AwsCredentialsProvider credentials) {
    Duration timeout = Duration.ofMillis(timeoutMillis);
    SesV2ClientBuilder builder =
        SesV2Client.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .overrideConfiguration(
                configuration ->
                    configuration
                        .apiCallTimeout(timeout)
                        .retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(3))
                    .socketTimeout(timeout));
    if (!endpoint.isEmpty()) {
      builder.endpointOverride(URI.create(endpoint));
    }
    return builder.build();
  }
}
