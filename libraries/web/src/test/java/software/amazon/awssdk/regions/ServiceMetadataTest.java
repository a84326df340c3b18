package software.amazon.awssdk.regions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The signing region without the SDK's data of all services, compared with the SDK's own. */
class ServiceMetadataTest {

  @ParameterizedTest
  @MethodSource("software.amazon.awssdk.regions.Region#regions")
  void signingRegion_shouldBeThatOfTheSdk(Region region) {
    ServiceMetadata ours = ServiceMetadata.of(DynamoDbClient.SERVICE_METADATA_ID);
    ServiceMetadata sdk = new DynamodbServiceMetadata();

    assertThat(ours).isNotInstanceOf(DynamodbServiceMetadata.class);
    assertThat(ours.signingRegion(region)).isEqualTo(sdk.signingRegion(region));
  }
}
