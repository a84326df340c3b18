package com.avonsolutions.sandbox.event;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lambda's context of one invocation, with the values that exist on one machine. */
public record InvocationContext(String requestId, String functionName, Instant deadline)
    implements Context {

  private static final LambdaLogger CONSOLE =
      new LambdaLogger() {
        @Override
        public void log(String message) {
          System.out.println(message);
        }

        @Override
        public void log(byte[] message) {
          System.out.writeBytes(message);
        }
      };

  /** An invocation that starts now and has this timeout. */
  public static InvocationContext of(String requestId, String functionName, Duration timeout) {
    return new InvocationContext(requestId, functionName, Instant.now().plus(timeout));
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
  }

  @Override
  public LambdaLogger getLogger() {
    return CONSOLE;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + functionName;
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + functionName;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  /** Only set for callers with the mobile SDK or a Cognito identity. */
  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }
}
