package com.avonsolutions.domain.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes",
        "YES",
        " yes ",
        "y",
        "true",
        "TRUE",
        "on",
        "1",
        "Agree",
        "I agree.",
        "I Accept",
        "haan",
        "Haan ji",
        "हाँ",
        "हां",
        "जी हाँ",
        "सहमत",
        "0, 1",
        "false,true",
        "no, yes",
        "checked",
        "opt-in",
        "Yes, please",
        "✓",
        "✅",
        "✔\uFE0F",
        "１",
        "ｙｅｓ",
        "y\u200bes",
        "I agree: yes",
        "consent=on",
        "ji, haan",
        "ok"
      })
  void of_shouldBeYes(String text) {
    assertThat(YesNo.of(text)).contains(YesNo.YES);
    assertThat(YesNo.isNo(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No",
        "NO",
        "n",
        "N",
        "false",
        "False",
        "off",
        "Off",
        "0",
        "0.0",
        "Disagree",
        "I disagree",
        "I do not agree",
        "I don't agree",
        "do not call me",
        "Don’t contact me",
        "No, thanks",
        "no thank you",
        "No - do not call",
        "nahi",
        "Nahin",
        "नहीं",
        "नही",
        "जी नहीं",
        "नहीं, धन्यवाद",
        "सहमत नहीं",
        "मैं सहमत नहीं हूँ",
        "null",
        "undefined",
        "unchecked",
        "declined",
        "opt-out",
        "0, 0",
        "❌",
        "✗",
        "✖\uFE0F",
        "☐",
        "Ｎｏ",
        "n\u200bo",
        "०",
        "0\uFE0F\u20E3",
        "NA",
        "nil",
        "जी, नहीं",
        "ji, nahi",
        "ok, no",
        "I agree: no",
        "consent=false",
        "no way",
        "No calls",
        "no more SMS please",
        "I refuse",
        "I am not interested",
        "no i dont agree",
        "please do not call me",
        "never contact me",
        "I would rather not",
        "No (do not contact)",
        "nahi chahiye",
        "mujhe call mat karo",
        "मुझे कॉल मत करो",
        "disabled"
      })
  void of_shouldBeNo(String text) {
    assertThat(YesNo.of(text)).contains(YesNo.NO);
    assertThat(YesNo.isYes(text)).isFalse();
  }

  @Test
  void of_shouldReadTheWordsOfTheDocs() throws IOException {
    Path docs = Path.of(System.getProperty("project.root"), "docs/embedding.md");
    int words = 0;
    for (String line : Files.readAllLines(docs)) {
      if (line.startsWith("| yes |") || line.startsWith("| no |")) {
        String[] cells = line.split("\\|", -1);
        for (String word : cells[2].split(",", -1)) {
          assertThat(YesNo.of(word))
              .as(word)
              .contains(YesNo.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)));
          words++;
        }
      }
    }
    assertThat(words).isGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "maybe",
        "2",
        "north",
        "Norton",
        "https://spam.example/",
        "No spam, and I will call you: see our offers",
        "Never pay for SEO again with us",
        "GDPR",
        "You may call me about my enquiry"
      })
  void of_shouldBeEmpty_whenTheTextSaysNeither(String text) {
    assertThat(YesNo.of(text)).isEmpty();
  }
}
