package com.avonsolutions.bench.warm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpeedTest {

  @Test
  void of_shouldTakePercentiles_whenTimesAreInAnyOrder() {
    long[] times = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

    Speed speed = Speed.of(times, 2_000_000_000L);

    assertThat(speed).isEqualTo(new Speed(100, 101, 199));
    assertThat(speed.cells()).isEqualTo("100 | 101.00 ms | 199.00 ms");
  }
}
