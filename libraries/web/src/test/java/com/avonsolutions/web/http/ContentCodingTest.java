package com.avonsolutions.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|true|false",
        "gzip, deflate, br|true|true",
        "br;q=1.0, gzip;q=0.8, *;q=0.1|true|true",
        "GZIP|true|false",
        " gzip ; q=0.5 |true|false",
        "gzip;Q=0.001|true|false",
        "gzip;q=0|false|false",
        "gzip;q=0.0|false|false",
        "gzip;q=0.000, br|false|true",
        "gzip; q=0 , br;q=0|false|false",
        "identity|false|false",
        "identity;q=0|false|false",
        "*|false|false",
        "xgzip, brotli|false|false",
        ",,|false|false",
        "''|false|false",
        ";q=1|false|false",
      })
  void isAcceptedBy_shouldDependOnNameAndWeight(String accepted, boolean gzip, boolean brotli) {
    Request request = Requests.get("/", "accept-encoding", accepted);

    assertThat(ContentCoding.GZIP.isAcceptedBy(request)).isEqualTo(gzip);
    assertThat(ContentCoding.BROTLI.isAcceptedBy(request)).isEqualTo(brotli);
  }

  @Test
  void isAcceptedBy_shouldBeFalse_withoutTheHeader() {
    assertThat(ContentCoding.GZIP.isAcceptedBy(Requests.get("/"))).isFalse();
  }
}
