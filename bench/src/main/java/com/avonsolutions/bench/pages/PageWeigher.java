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

/** Measures the size of pages as the site sends them. */
final class PageWeigher {
  private static final String BROWSER_CODINGS = "gzip, deflate, br, zstd";
  private static final int WARM_UP_REQUESTS = 200;
  private static final Duration SETTLE_TIME = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI site;

  PageWeigher(URI site) {
    this.site = site;
  }

  /** The paths in the sitemap. */
  List<String> sitemap() throws IOException, InterruptedException {
    String xml = new String(get(site.resolve("/sitemap.xml"), "identity", 200).body(), UTF_8);
    return Jsoup.parse(xml, Parser.xmlParser()).select("loc").eachText().stream()
        .map(location -> URI.create(location).getPath())
        .toList();
  }

  /**
   * Weighs a page.
   *
   * @param status the expected status; any other is an error
   */
  PageWeight weigh(String path, int status) throws IOException, InterruptedException {
    URI address = site.resolve(path);
    byte[] plain = get(address, "identity", status).body();
    PageResources resources = PageResources.of(new String(plain, UTF_8), address);
    int browser = get(address, BROWSER_CODINGS, status).body().length;
    int whole = browser;
    for (URI resource : resources.all()) {
      whole += get(resource, BROWSER_CODINGS, 200).body().length;
    }
    return new PageWeight(
        path,
        plain.length,
        compressed(address, "gzip", status),
        compressed(address, "br", status),
        browser,
        whole,
        1 + resources.blocking().size(),
        1 + resources.all().size());
  }

  /**
   * Requests a page many times, and then waits for background work. The site shares this machine
   * with the browser that is measured next, and its JIT compiler and cache refreshes would disturb
   * the measurement. On Lambda they run on another machine.
   */
  void warm(String path) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP_REQUESTS; i++) {
      get(site.resolve(path), BROWSER_CODINGS, 200);
    }
    Thread.sleep(SETTLE_TIME.toMillis());
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
