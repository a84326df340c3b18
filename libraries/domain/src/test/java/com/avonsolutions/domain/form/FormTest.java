package com.avonsolutions.domain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.consent.ShownWords;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
  private final Form form = form("diwali");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://offers.example.com/thanks",
        "https://offers.example.com:8443/a?b=c#d",
        "http://localhost:3000/thanks"
      })
  void allowedNext_shouldAllow_whenTheHostIsListed(String address) {
    assertThat(form.allowedNext(address)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://offers.example.com/",
        "https://offers.example.com.evil.example.org/",
        "https://evil.example.org/?https://offers.example.com/",
        "https://offers.example.com@evil.example.org/",
        "https://evil.example.org\\@offers.example.com/",
        "//offers.example.com/",
        "/thanks",
        "javascript://offers.example.com/%0aalert(1)",
        "https:offers.example.com",
        "https://offers.example.com/\r\nset-cookie: a=b",
        ""
      })
  void allowedNext_shouldRefuse_whenItLeadsElsewhere(String address) {
    assertThat(form.allowedNext(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "A", "a b", "a/b", "ä", "a_b"})
  void form_shouldBeRefused_whenItsNameFitsNoAddress(String name) {
    assertThatThrownBy(() -> form(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isName_shouldEndAtFiftyCharacters() {
    assertThat(Form.isName("a".repeat(50))).isTrue();
    assertThat(Form.isName("a".repeat(51))).isFalse();
  }

  private static Form form(String name) {
    return new Form(
        name,
        "A form",
        Set.of(),
        Set.of("offers.example.com", "localhost"),
        Optional.empty(),
        Optional.empty(),
        false,
        ShownWords.named("1"),
        Optional.empty(),
        Optional.empty());
  }
}
