package com.avonsolutions.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Weighs pages as a browser gets them. */
final class Scales {
  private static final String BROWSER = "gzip, deflate, br, zstd";
  private static final int WARMING = 200;
  private static final Duration CALM = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI site;

  Scales(URI site) {
    this.site = site;
  }

  /** The paths that the sitemap names. */
  List<String> sitemap() throws IOException, InterruptedException {
    String xml = new String(get(site.resolve("/sitemap.xml"), "identity", 200).body(), UTF_8);
    return Jsoup.parse(xml, Parser.xmlParser()).select("loc").eachText().stream()
        .map(location -> URI.create(location).getPath())
        .toList();
  }

  /**
   * Weighs a page.
   *
   * @param status what it has to answer; another one is an error
   */
  PageWeight weigh(String path, int status) throws IOException, InterruptedException {
    URI address = site.resolve(path);
    byte[] plain = get(address, "identity", status).body();
    Markup markup = Markup.of(new String(plain, UTF_8), address);
    int browser = get(address, BROWSER, status).body().length;
    int whole = browser;
    for (URI loaded : markup.loads()) {
      whole += get(loaded, BROWSER, 200).body().length;
    }
    return new PageWeight(
        path,
        plain.length,
        compressed(address, "gzip", status),
        compressed(address, "br", status),
        browser,
        whole,
        1 + markup.blocking().size(),
        1 + markup.loads().size());
  }

  /**
   * Asks for a page again and again, and waits a moment. The site shares this machine with the
   * browser that is measured next: its JVM compiles what it met lately and reads again what it has
   * not read for a minute, where Lambda would do so elsewhere.
   */
  void warm(String path) throws IOException, InterruptedException {
    for (int i = 0; i < WARMING; i++) {
      get(site.resolve(path), BROWSER, 200);
    }
    Thread.sleep(CALM.toMillis());
  }

  private OptionalInt compressed(URI address, String coding, int status)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get(address, coding, status);
    return answer.headers().firstValue("content-encoding").filter(coding::equals).isPresent()
        ? OptionalInt.of(answer.body().length)
        : OptionalInt.empty();
  }

  private HttpResponse<byte[]> get(URI address, String codings, int status)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("accept-encoding", codings).build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != status) {
      throw new IOException(address + " answered " + answer.statusCode() + ", not " + status);
    }
    return answer;
  }
}
