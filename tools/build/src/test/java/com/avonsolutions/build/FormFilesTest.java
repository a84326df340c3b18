package com.avonsolutions.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.lead.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFilesTest {
  private static final String REQUIRED = "title: A form\nconsent: ticked\nconsentVersion: 1\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set before any test runs
  Path folder;

  @Test
  void read_shouldReadEverySetting() throws IOException {
    write(
        "diwali",
        REQUIRED
            + "service: ads\nsecret: /avon/forms/diwali\nnotice: desk@example.com\n"
            + "thanks: https://a.example.com/t\norigins:\n- https://a.example.com\n"
            + "- http://localhost:3000\nredirectHosts:\n- a.example.com\n");

    Form form = FormFiles.read(folder).get(0).form();

    assertThat(form.name()).isEqualTo("diwali");
    assertThat(form.origins()).containsOnly("https://a.example.com", "http://localhost:3000");
    assertThat(form.redirectHosts()).containsOnly("a.example.com");
    assertThat(form.thanks()).contains("https://a.example.com/t");
    assertThat(form.service()).contains(Service.ADS);
    assertThat(form.consentRequired()).isTrue();
    assertThat(form.secret()).contains("/avon/forms/diwali");
    assertThat(form.notice()).contains("desk@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | origin: https://a.example.com | there is no setting origin",
        "a | service: seo | there is no service seo",
        "a | thanks: /t | thanks has to be a whole address",
        "a | consent: yes | consent is either ticked",
        "Big | secret: x | name the file with lower-case letters",
      })
  void read_shouldNameFileAndMistake_whenASettingIsWrong(String name, String line, String what)
      throws IOException {
    write(name, REQUIRED + line + "\n");

    assertThatThrownBy(() -> FormFiles.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name + ".md: ")
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example.com/",
    "https://a.example.com/page",
    "a.example.com",
    "https://A.example.com",
    "ftp://a.example.com",
    "*",
    "https://a b"
  })
  void read_shouldRefuseAnOrigin_whenNoBrowserWouldSendIt(String origin) throws IOException {
    write("a", REQUIRED + "origins:\n- " + origin + "\n");

    assertThatThrownBy(() -> FormFiles.read(folder)).hasMessageContaining("is not an origin");
  }

  private void write(String name, String settings) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), "---\n" + settings + "---\nNotes.\n");
  }
}
