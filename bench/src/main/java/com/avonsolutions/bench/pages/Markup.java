package com.avonsolutions.bench.pages;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What a page makes a browser load beside itself.
 *
 * @param blocking that part of it which the first paint waits for
 */
record Markup(Set<URI> loads, Set<URI> blocking) {
  private static final String BLOCKING =
      "link[rel=stylesheet], script[src]:not([async]):not([defer]):not([type=module])";
  private static final String OTHERS =
      "script[src], img[src], iframe[src], object[data], embed[src], video[src], audio[src],"
          + " source[src], link[rel~=icon|preload|manifest]";

  static Markup of(String html, URI address) {
    Document document = Jsoup.parse(html, address.toString());
    Set<URI> blocking = addresses(document.select(BLOCKING));
    Set<URI> loads = new LinkedHashSet<>(blocking);
    loads.addAll(addresses(document.select(OTHERS)));
    return new Markup(Set.copyOf(loads), blocking);
  }

  private static Set<URI> addresses(Elements elements) {
    Set<URI> addresses = new LinkedHashSet<>();
    for (Element element : elements) {
      for (String attribute : new String[] {"src", "href", "data"}) {
        // Neither an empty address nor what stands in the page itself as data: is a request.
        if (!element.attr(attribute).isBlank() && element.absUrl(attribute).startsWith("http")) {
          addresses.add(URI.create(element.absUrl(attribute)));
        }
      }
    }
    return Set.copyOf(addresses);
  }
}
