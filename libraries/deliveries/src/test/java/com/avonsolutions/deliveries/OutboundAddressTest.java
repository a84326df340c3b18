package com.avonsolutions.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com/a?b=c",
        "https://HOOKS.Example.com:443/",
        "https://उदाहरण.भारत/hook",
        "https://a.b.co"
      })
  void address_shouldBeTaken_whenItMayBePublic(String address) {
    assertThat(OutboundAddress.mistakeIn(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.com",
        "http://hooks.example.com",
        "ftp://hooks.example.com",
        "file:///etc/passwd",
        "gopher://hooks.example.com",
        "https://",
        "https:///hook",
        "https:hooks.example.com",
        "https://user@hooks.example.com",
        "https://user:password@hooks.example.com",
        "https://hooks.example.com@evil.example",
        "https://hooks.example.com:8443",
        "https://hooks.example.com:80",
        "https://hooks.example.com:0",
        "https://hooks.example.com#part",
        "https://localhost",
        "https://LOCALHOST/",
        "https://intranet/hook",
        "https://metadata.google.internal/",
        "https://printer.local",
        "https://router.home.arpa",
        "https://127.0.0.1",
        "https://127.1",
        "https://0x7f.1",
        "https://0x7f000001",
        "https://0177.0.0.1",
        "https://2130706433",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]",
        "https://[::ffff:7f00:1]",
        "https://[::ffff:169.254.169.254]",
        "https://[fd00:ec2::254]",
        "https://127.0.0.1.",
        "https://hooks.example.com.",
        "https://hooks.example.1",
        "https://１２７.０.０.１",
        "https://①②⑦.⓪.⓪.①",
        "https://-hooks.example.com",
        "https://hooks_.example.com",
        "https://hooks..example.com",
        "https://hooks.example.com\\@evil.example",
        "https://hooks.example.com /",
        "https://hooks.example.com\n/",
        "https://%6c%6f%63alhost"
      })
  void address_shouldBeRefused_whenItIsNotOneOfAPublicMachine(String address) {
    assertThat(OutboundAddress.mistakeIn(address)).isPresent();
  }

  @Test
  void address_shouldBeRefused_whenItIsEndless() {
    assertThat(OutboundAddress.mistakeIn("https://a.example/" + "a".repeat(2_000)))
        .contains("it is longer than 2000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://agency.webhook.office.com/webhookb2/1",
        "https://outlook.office.com/webhook/1"
      })
  void address_shouldBeRefused_whenTeamsHasRetiredIt(String address) {
    assertThat(OutboundAddress.mistakeIn(address, ChannelKind.TEAMS)).isPresent();
    assertThat(OutboundAddress.mistakeIn(address, ChannelKind.WEBHOOK)).isEmpty();
  }
}
