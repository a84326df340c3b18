package software.amazon.awssdk.regions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the SDK signs for without its data of all services, beside what it knows. */
class ServiceMetadataTest {

  @ParameterizedTest
  @MethodSource("software.amazon.awssdk.regions.Region#regions")
  void signingRegion_shouldBeWhatTheSdkKnows(Region region) {
    ServiceMetadata ours = ServiceMetadata.of(DynamoDbClient.SERVICE_METADATA_ID);
    ServiceMetadata theirs = new DynamodbServiceMetadata();

    assertThat(ours).isNotInstanceOf(DynamodbServiceMetadata.class);
    assertThat(ours.signingRegion(region)).isEqualTo(theirs.signingRegion(region));
  }
}
