package software.amazon.awssdk.regions;

import org.jspecify.annotations.Nullable;

/**
 * Takes the place of the SDK's class of this name, which makes an object for each of 378 services
 * to find the region that one client signs for: a tenth of a cold start. Asked for a service that
 * it does not know, the SDK signs for the client's own region, and that is where DynamoDB is signed
 * for in every region. {@code ServiceMetadataTest} holds this against the SDK's own data.
 */
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {

  @Override
  public @Nullable ServiceMetadata serviceMetadata(String serviceEndpointPrefix) {
    return null;
  }
}
