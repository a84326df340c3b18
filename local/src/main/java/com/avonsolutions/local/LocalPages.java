package com.avonsolutions.local;

import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What only this server has: {@code /_local}, where a newcomer sees a lead arrive, and a stand-in
 * for a video player.
 */
record LocalPages(
    List<LocalFunction> functions,
    Collection<SamTemplate.Table> tables,
    DynamoDbClient client,
    EmbeddedSqs sqs,
    Collection<String> queues,
    History history) {

  private static final String OVERVIEW = "/_local";
  private static final String VIDEO = "/_local/sample-video";
  private static final String REFRESHING = "refresh";

  /** A page elsewhere whose name leads to this machine must not read what is shown here. */
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  /** The answer if the path is one of these pages. */
  Optional<Answer> answer(Request request, String path) {
    if (!path.equals(OVERVIEW) && !path.startsWith(OVERVIEW + "/")) {
      return Optional.empty();
    }
    String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
    if (!OWN_NAMES.contains(host.replaceFirst(":[0-9]+$", ""))) {
      return Optional.of(Gateway.message(403, "Forbidden"));
    }
    if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
      return Optional.of(Gateway.message(405, "Method Not Allowed"));
    }
    return Optional.of(
        switch (path) {
          case OVERVIEW -> html(overview(request), "frame-ancestors 'none'");
          case VIDEO -> html(SAMPLE_VIDEO, "frame-ancestors 'self'");
          default -> Gateway.message(404, "Not Found");
        });
  }

  private String overview(Request request) {
    boolean refreshing = REFRESHING.equals(request.getHttpURI().getQuery());
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>What happens inside</title>
        """
        + (refreshing ? "<meta http-equiv=\"refresh\" content=\"2\">\n" : "")
        + STYLE
        + """
        </head>
        <body>
        <header><h1>What happens inside</h1>
        <p><a href="/">The site</a> &middot;
        """
        + (refreshing
            ? "<a href=\"/_local\">Stop refreshing</a>"
            : "<a href=\"/_local?" + REFRESHING + "\">Refresh every 2 seconds</a>")
        + "</p></header>\n<main>\n<h2>Tables</h2>\n"
        + tables.stream().map(this::table).collect(Collectors.joining())
        + "<h2>Queues</h2>\n"
        + grid(
            List.of("Queue", "Message", "Came in", "Handed out", "Comes at"),
            queues.stream().flatMap(this::messages).toList(),
            "Nothing waits: " + String.join(", ", queues) + ".")
        + "<h2>Last invocations</h2>\n"
        + grid(
            List.of("Time", "Request", "Route", "Function", "Status", "Took", "Start"),
            history.newestFirst().stream()
                .map(
                    i ->
                        List.of(
                            CLOCK.format(i.at()),
                            i.path(),
                            i.route(),
                            i.functionId(),
                            Integer.toString(i.status()),
                            i.millis() + " ms",
                            i.cold() ? "cold" : "warm"))
                .toList(),
            "None yet: open the site.")
        + "<h2>Functions</h2>\n"
        + grid(
            List.of("Function", "Handler"),
            functions.stream().map(f -> List.of(f.name(), f.handler())).toList(),
            "The template has none.")
        + "</main>\n</body>\n</html>\n";
  }

  private Stream<List<String>> messages(String queue) {
    return sqs.messages(queue).stream()
        .map(
            message ->
                List.of(
                    queue,
                    message.id(),
                    CLOCK.format(message.sentAt()),
                    message.deliveries() + " times",
                    CLOCK.format(message.visibleAt())));
  }

  private String table(SamTemplate.Table table) {
    TableContents contents = TableContents.read(client, table);
    return "<section><h3>"
        + escape(contents.name())
        + " <small>"
        + contents.count()
        + (contents.more() ? " or more items" : contents.count() == 1 ? " item" : " items")
        + "</small></h3>\n"
        + grid(
            contents.columns(),
            contents.rows().stream()
                .map(row -> contents.columns().stream().map(c -> row.getOrDefault(c, "")).toList())
                .toList(),
            "Empty.")
        + "</section>\n";
  }

  private static String grid(List<String> columns, List<List<String>> rows, String whenEmpty) {
    if (rows.isEmpty()) {
      return "<p class=\"empty\">" + escape(whenEmpty) + "</p>\n";
    }
    return "<div class=\"scroll\" tabindex=\"0\"><table>\n<tr>"
        + columns.stream()
            .map(column -> "<th scope=\"col\">" + escape(column) + "</th>")
            .collect(Collectors.joining())
        + "</tr>\n"
        + rows.stream().map(LocalPages::row).collect(Collectors.joining())
        + "</table></div>\n";
  }

  private static String row(List<String> cells) {
    return "<tr>"
        + cells.stream().map(cell -> "<td>" + escape(cell) + "</td>").collect(Collectors.joining())
        + "</tr>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static Answer html(String page, String framing) {
    return Answer.of(
        200,
        Map.of(
            "content-type",
            "text/html; charset=utf-8",
            "cache-control",
            "no-store",
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; " + framing),
        page);
  }

  private static final String STYLE =
      """
      <style>
      :root { color-scheme: light dark; --line: #d5dae1; --soft: #5b6675; --head: #f1f4f8; --link: #0b5cad; }
      @media (prefers-color-scheme: dark) {
        :root { --line: #38414d; --soft: #a3afbd; --head: #1e252e; --link: #7db8ff; }
      }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
      h1 { font-size: 1.6rem; margin: 0; }
      h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
      h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
      small, .empty { color: var(--soft); font-weight: normal; }
      p { margin: .25rem 0; }
      a { color: var(--link); }
      .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
      table { border-collapse: collapse; width: 100%; font-size: .87rem; }
      th { background: var(--head); text-align: left; white-space: nowrap; }
      th, td { padding: .4rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
      td { max-width: 24rem; overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
      tr:last-child td { border-bottom: 0; }
      </style>
      """;

  private static final String SAMPLE_VIDEO =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Sample video (local only)</title>
      <style>
      html, body { height: 100%; margin: 0; background: #10233f; }
      svg { display: block; width: 100%; height: 100%; }
      .bar { fill: #5fb3a1; transform-origin: bottom; transform-box: fill-box; animation: grow 4s ease-in-out infinite alternate; }
      .played { fill: #ffb454; transform-origin: left; transform-box: fill-box; animation: play 12s linear infinite; }
      text { fill: #e8eef7; font: 22px system-ui, sans-serif; text-anchor: middle; }
      @keyframes grow { from { transform: scaleY(.25); } }
      @keyframes play { from { transform: scaleX(0); } }
      @media (prefers-reduced-motion: reduce) { .bar, .played { animation: none; } }
      </style>
      </head>
      <body>
      <svg viewBox="0 0 640 360" role="img" aria-label="Bars that rise, in place of a video">
      <g>
      <rect class="bar" x="150" y="180" width="50" height="90"/>
      <rect class="bar" x="230" y="150" width="50" height="120" style="animation-delay:-.8s"/>
      <rect class="bar" x="310" y="130" width="50" height="140" style="animation-delay:-1.6s"/>
      <rect class="bar" x="390" y="100" width="50" height="170" style="animation-delay:-2.4s"/>
      <rect class="bar" x="470" y="70" width="50" height="200" style="animation-delay:-3.2s"/>
      </g>
      <text x="320" y="315">Sample video (local only)</text>
      <rect x="0" y="350" width="640" height="10" fill="#2b4468"/>
      <rect class="played" x="0" y="350" width="640" height="10"/>
      </svg>
      </body>
      </html>
      """;
}
