package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the README's table of staff commands to the commands that there are: the first table after
 * the words "staff command", with the commands as code in the first column.
 */
class ReadmeTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Prints a script and works on nothing. */
  private static final String COMPLETION = "completion";

  @Test
  void table_shouldNameEveryCommandAndNoOther() throws IOException {
    List<String> commands = Commands.all();

    List<String> named =
        table().stream()
            .map(row -> row.replace("\\|", "/").split("\\|", -1)[1])
            .flatMap(cell -> CODE.matcher(cell).results())
            .map(code -> commandOf(code.group(1), commands))
            .toList();

    assertThat(named)
        .doesNotHaveDuplicates()
        .containsAll(commands.stream().filter(name -> !name.equals(COMPLETION)).toList());
  }

  private static String commandOf(String code, List<String> commands) {
    return commands.stream()
        .filter(name -> (code + " ").startsWith(name + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError("README names a command that is not there: " + code));
  }

  private static List<String> table() throws IOException {
    List<String> rows =
        Files.readAllLines(Project.root().resolve("README.md")).stream()
            .dropWhile(line -> !line.matches("(?i)(#+|\\|) ?staff commands?\\b.*"))
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(rows).as("README's table of staff commands").hasSizeGreaterThan(2);
    return rows.subList(2, rows.size());
  }
}
