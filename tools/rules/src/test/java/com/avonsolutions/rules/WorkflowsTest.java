package com.avonsolutions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.template.TemplateNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflows use pinned actions, have few rights, and deploy only if the repository says so. */
class WorkflowsTest {
  private static final Path FOLDER = Project.root().resolve(".github");

  @Test
  void actions_shouldBePinnedToACommit_withTheVersionInAComment() throws IOException {
    List<String> actions =
        lines().filter(line -> line.contains("uses:") && !line.contains("uses: ./")).toList();

    assertThat(actions)
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line).matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*"));
  }

  @Test
  void deploy_shouldBeOff_untilTheRepositorySaysOn() throws IOException {
    TemplateNode jobs = TemplateNode.read(FOLDER.resolve("workflows/deploy.yml")).required("jobs");

    assertThat(jobs.entries().values())
        .isNotEmpty()
        .allSatisfy(job -> assertThat(job.required("if").text()).isEqualTo("vars.DEPLOY == 'on'"));
  }

  @Test
  void workflows_shouldOnlyRead_unlessAJobSaysMore() throws IOException {
    try (Stream<Path> workflows = Files.list(FOLDER.resolve("workflows"))) {
      assertThat(workflows)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(TemplateNode.read(file).required("permissions").entries().entrySet())
                      .singleElement()
                      .satisfies(
                          permission -> {
                            assertThat(permission.getKey()).isEqualTo("contents");
                            assertThat(permission.getValue().text()).isEqualTo("read");
                          }));
    }
  }

  private static Stream<String> lines() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .flatMap(file -> read(file).lines())
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
