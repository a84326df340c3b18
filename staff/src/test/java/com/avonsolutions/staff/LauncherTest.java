package com.avonsolutions.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The shell script {@code staff/staff}, which has the runtime class path and not that of tests. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @Test
  void samples_shouldBeCheckedInAProcess() throws IOException, InterruptedException {
    try (StandInServer site = new StandInServer(request -> StandInReply.json(204, ""))) {
      Process process =
          new ProcessBuilder(
                  Project.root().resolve("staff/staff").toString(),
                  "samples",
                  "send",
                  site.address().toString(),
                  "--only",
                  "webhook")
              .start();

      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
          .contains("0 as expected, 2 not");
      assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8).lines())
          .containsExactly("Not as expected: webhook/post-lead, webhook/post-wrong-signature");
      assertThat(process.waitFor()).isEqualTo(1);
    }
  }
}
