package com.avonsolutions.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The shell script {@code staff/staff}, which has the runtime class path and not that of tests. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @Test
  void samples_shouldBeCheckedInAProcess() throws IOException, InterruptedException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    site.start();
    try {
      Process process =
          new ProcessBuilder(
                  Project.root().resolve("staff/staff").toString(),
                  "samples",
                  "send",
                  "http://localhost:" + site.getAddress().getPort(),
                  "--only",
                  "webhook")
              .start();

      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
          .contains("0 as expected, 2 not");
      assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8).lines())
          .containsExactly("Not as expected: webhook/post-lead, webhook/post-wrong-signature");
      assertThat(process.waitFor()).isEqualTo(1);
    } finally {
      site.stop(0);
    }
  }
}
