package com.avonsolutions.aws.ssm;

import com.avonsolutions.aws.AwsJsonApi;
import com.avonsolutions.domain.secret.SecretSource;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads one parameter of SSM Parameter Store, decrypted.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">GetParameter</a>
 */
@Singleton
final class SsmSecretSource implements SecretSource {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonPointer VALUE = JsonPointer.compile("/Parameter/Value");

  private final AwsJsonApi api;
  private final URI endpoint;

  /**
   * Creates a source.
   *
   * @param endpoint overrides the endpoint of the region, unless it is empty
   */
  SsmSecretSource(AwsJsonApi api, @Value("${ssm.endpoint:}") String endpoint) {
    this.api = api;
    this.endpoint = endpoint.isEmpty() ? api.endpoint("ssm") : URI.create(endpoint);
  }

  @Override
  public String read(String name) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(name));
    String request = "{\"Name\":\"" + quoted + "\",\"WithDecryption\":true}";
    try {
      return parameterValue(
          name, api.call(endpoint, "ssm", "1.1", "AmazonSSM.GetParameter", request));
    } catch (IOException | SdkException e) {
      throw new SecretUnavailableException(name, e);
    }
  }

  private static String parameterValue(String name, byte[] body) throws IOException {
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
