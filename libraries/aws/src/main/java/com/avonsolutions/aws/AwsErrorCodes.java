package com.avonsolutions.aws;

import com.avonsolutions.domain.ErrorCodes;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Error code, status and request id of an AWS error response. */
@Singleton
public final class AwsErrorCodes implements ErrorCodes {
  @Override
  public Optional<String> of(Throwable failure) {
    return failure instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null
        ? Optional.of(
            refusal.awsErrorDetails().errorCode()
                + " "
                + refusal.statusCode()
                + " "
                + refusal.requestId())
        : Optional.empty();
  }
}
