package com.avonsolutions.notices.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.254",
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::7f00:1",
        "100::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "2002:a9fe:a9fe::",
        "3fff::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "::ffff:0:127.0.0.1",
        "1::1",
        "1fff::1"
      })
  void address_shouldBeRefused_whenItIsNoPublicMachine(String text) throws IOException {
    InetAddress address = InetAddress.getByName(text);

    assertThat(PublicAddress.is(address)).isFalse();
    try (Socket socket = sockets().createSocket()) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, 443)))
          .isInstanceOf(RefusedAddressException.class);
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, 443), 100))
          .isInstanceOf(RefusedAddressException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.0.0.1",
        "128.0.0.1",
        "169.253.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2003::1",
        "3ffe::1"
      })
  void address_shouldBeAllowed_whenItIsPublic(String text) throws IOException {
    assertThat(PublicAddress.is(InetAddress.getByName(text))).isTrue();
  }

  @Test
  void address_shouldBeRefused_whenTheNameWasNotFound() throws IOException {
    try (Socket socket = sockets().createSocket()) {
      assertThatThrownBy(
              () -> socket.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 443)))
          .isInstanceOf(RefusedAddressException.class);
    }
    assertThat(PublicAddress.is(null)).isFalse();
  }

  @Test
  void connection_shouldNotBeOpened_whenTheNameLeadsHereByThen() throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (StandInServer server =
        new StandInServer(
            request -> {
              connections.incrementAndGet();
              return StandInReply.json(200, "");
            })) {
      HttpsURLConnection connection =
          (HttpsURLConnection)
              URI.create("https://localhost:" + server.port())
                  .toURL()
                  .openConnection(Proxy.NO_PROXY);
      connection.setSSLSocketFactory(sockets());

      assertThatThrownBy(connection::getResponseCode).isInstanceOf(RefusedAddressException.class);
    }
    assertThat(connections).hasValue(0);
  }

  private static GuardedSockets sockets() {
    return new GuardedSockets(System.nanoTime() + Duration.ofSeconds(5).toNanos());
  }
}
