package software.amazon.awssdk.regions;

import org.jspecify.annotations.Nullable;

/**
 * Replaces the SDK's class of this name, which creates an object for each of 378 services to find
 * the signing region of one client; that is a tenth of a cold start. For a service without metadata
 * the SDK signs for the client's own region, which is right for DynamoDB in every region. {@code
 * ServiceMetadataTest} compares this with the SDK's own data. See docs/startup.md.
 */
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {

  @Override
  public @Nullable ServiceMetadata serviceMetadata(String serviceEndpointPrefix) {
    return null;
  }
}
