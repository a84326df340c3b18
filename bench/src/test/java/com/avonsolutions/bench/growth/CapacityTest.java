package com.avonsolutions.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {

  @Test
  void of_shouldAddUpTables_whenATransactionWritesToSeveral() throws IOException {
    assertThat(
            of(
                "TransactWriteItems",
                "{\"ConsumedCapacity\":[{\"TableName\":\"A\",\"CapacityUnits\":10.0},"
                    + "{\"TableName\":\"B\",\"CapacityUnits\":2.0}]}"))
        .isEqualTo(new Capacity(0, 12))
        .hasToString("12 write");
  }

  @Test
  void of_shouldCountReads_whenItIsAQuery() throws IOException {
    assertThat(of("Query", "{\"Count\":0,\"ConsumedCapacity\":{\"CapacityUnits\":0.5}}"))
        .isEqualTo(new Capacity(0.5, 0))
        .hasToString("0.5 read");
  }

  @Test
  void of_shouldBeZero_whenTheAnswerDoesNotSay() throws IOException {
    assertThat(of("PutItem", "{\"__type\":\"ThrottlingException\"}"))
        .isEqualTo(Capacity.ZERO)
        .hasToString("0");
  }

  @Test
  void withConsumedCapacity_shouldAddTheMember_whenTheRequestIsAnObject() {
    assertThat(CapacityProxy.withConsumedCapacity("{\"TableName\":\"A\"}".getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("{\"ReturnConsumedCapacity\":\"TOTAL\",\"TableName\":\"A\"}");
  }

  @Test
  void growthFrom_shouldBeAFraction_whenReadsAndWritesGrow() {
    RequestCost before =
        RequestCost.of(new Capacity(1, 1), List.of(new RequestCost.Sample(new Capacity(2, 0), 5)));
    RequestCost now =
        RequestCost.of(new Capacity(1, 2), List.of(new RequestCost.Sample(new Capacity(3, 0), 9)));

    assertThat(now.growthFrom(before)).isEqualTo(0.5);
    assertThat(now.growthFrom(now)).isZero();
  }

  private static Capacity of(String operation, String response) throws IOException {
    return Capacity.of(operation, response.getBytes(UTF_8));
  }
}
