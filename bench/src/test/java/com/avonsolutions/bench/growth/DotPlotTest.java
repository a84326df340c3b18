package com.avonsolutions.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class DotPlotTest {

  @Test
  void svg_shouldDrawACircleForEachSize_whenValuesArePositive() throws Exception {
    Document plot = plot(List.of(0.5, 12.0));

    // Two for the values, two for the legend.
    assertThat(plot.getElementsByTagName("circle").getLength()).isEqualTo(4);
  }

  @Test
  void svg_shouldLeaveOutTheCircle_whenAValueIsZero() throws Exception {
    Document plot = plot(List.of(0.0, 0.0));

    assertThat(plot.getElementsByTagName("circle").getLength()).isEqualTo(2);
  }

  private static Document plot(List<Double> values) throws Exception {
    DotPlot plot =
        new DotPlot(
            List.of("units"),
            List.of("1 k", "1 M"),
            List.of(new DotPlot.Row("GET /a?b&c <d>", List.of(values))));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(plot.svg().getBytes(UTF_8)));
  }
}
