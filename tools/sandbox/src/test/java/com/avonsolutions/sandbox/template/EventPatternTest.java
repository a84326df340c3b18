package com.avonsolutions.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":["x"]}       | {"a":"x","b":"y"} | true
          {"a":["x","y"]}   | {"a":"y"}         | true
          {"a":["x"]}       | {"a":"y"}         | false
          {"a":["x"]}       | {}                | false
          {"a":{"b":["x"]}} | {"a":{"b":"x"}}   | true
          {"a":{"b":["x"]}} | {"a":"x"}         | false
          {"a":["x"],"b":["y"]} | {"a":"x"}     | false
          {}                | {"a":"x"}         | true
          """)
  void fits_shouldMatchLikeLambda(String pattern, String event, boolean fits) throws IOException {
    assertThat(EventPattern.parse(pattern).fits(JSON.std.mapFrom(event))).isEqualTo(fits);
  }
}
