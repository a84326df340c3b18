package com.avonsolutions.aws.ssm;

import com.avonsolutions.aws.AwsJsonApi;
import com.avonsolutions.domain.secret.SecretSource;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.text.json.MalformedJsonException;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
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
    String request = new JsonWriter().put("Name", name).put("WithDecryption", true).toString();
    try {
      return JsonReader.parse(api.call(endpoint, "ssm", "1.1", "AmazonSSM.GetParameter", request))
          .object("Parameter")
          .flatMap(parameter -> parameter.text("Value"))
          .orElseThrow(() -> new SecretUnavailableException(name));
    } catch (MalformedJsonException | SdkException e) {
      throw new SecretUnavailableException(name, e);
    }
  }
}
