package com.avonsolutions.local.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A customer's own site, of another origin than ours. Its policy allows nothing but scripts and
 * forms of its own and of ours.
 */
final class OtherSite implements AutoCloseable {

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final StandInServer server = new StandInServer(this::reply);
  private final String ours;

  private OtherSite(String ours) {
    this.ours = ours;
  }

  /**
   * Starts it on a free port.
   *
   * @param ours the origin of our site
   */
  static OtherSite beside(String ours) {
    return new OtherSite(ours);
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  /** A folder that describes its forms to us: one with a page of thanks of its own, one without. */
  Path forms() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "other-site-forms"));
    String form =
        """
        ---
        title: Sarees of Pune
        origins:
        - %s
        consent: stated
        consentVersion: sarees-1
        %s---
        """;
    Files.writeString(folder.resolve("other-site.md"), form.formatted(origin(), ""));
    String thanks = "thanks: " + origin() + "/thanks\n";
    Files.writeString(folder.resolve("other-site-thanks.md"), form.formatted(origin(), thanks));
    return folder;
  }

  /**
   * Puts a page under an address that no other test uses.
   *
   * @param script more attributes of the line that loads our script
   * @param body where {@code OURS} stands for our origin
   * @return the page's address
   */
  String publish(String path, String script, String body) {
    String page =
        """
        <!doctype html>
        <html lang="en-IN">
        <title>Sarees of Pune</title>
        <link rel="icon" href="data:,">
        <script src="OURS/lead.js" %s defer></script>
        <h1>Sarees of Pune</h1>
        %s
        """;
    pages.put(path, page.formatted(script, body).replace("OURS", ours));
    return origin() + path;
  }

  /** Puts a script of the site's own under an address that ends with {@code .js}. */
  void publishScript(String path, String script) {
    pages.put(path, script);
  }

  private StandInReply reply(StandInRequest request) {
    String path = request.path();
    String type = path.endsWith(".js") ? "text/javascript" : "text/html";
    return StandInReply.of(
            pages.containsKey(path) ? 200 : 404,
            type + "; charset=utf-8",
            pages.getOrDefault(path, "Nothing here").getBytes(UTF_8))
        .with(
            "content-security-policy",
            "default-src 'none'; img-src data:; script-src 'self' OURS; connect-src OURS; form-action 'self' OURS"
                .replace("OURS", ours));
  }

  @Override
  public void close() {
    server.close();
  }
}
