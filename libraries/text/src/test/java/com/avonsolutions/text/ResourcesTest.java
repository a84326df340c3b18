package com.avonsolutions.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  @Test
  void lines_shouldLeaveOutCommentsAndEmptyLines() {
    assertThat(Resources.lines(ResourcesTest.class, "list.txt"))
        .containsExactly("first", "दूसरा", "third # not a comment");
    assertThat(Resources.lines(ResourcesTest.class, "/com/avonsolutions/text/list.txt")).hasSize(3);
  }

  @Test
  void bytes_shouldNameTheFile_whenItIsMissing() {
    assertThat(Resources.find(ResourcesTest.class, "missing.txt")).isEmpty();
    assertThatThrownBy(() -> Resources.bytes(ResourcesTest.class, "missing.txt"))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("missing.txt");
  }
}
