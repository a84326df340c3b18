package com.avonsolutions.bench.pages;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The resources that a page's HTML makes a browser load.
 *
 * @param all every resource
 * @param blocking those of them that block the first paint
 */
record PageResources(Set<URI> all, Set<URI> blocking) {
  private static final String BLOCKING =
      "link[rel=stylesheet], script[src]:not([async]):not([defer]):not([type=module])";
  private static final String OTHERS =
      "script[src], img[src], iframe[src], object[data], embed[src], video[src], audio[src],"
          + " source[src], link[rel~=icon|preload|manifest]";

  static PageResources of(String html, URI address) {
    Document document = Jsoup.parse(html, address.toString());
    Set<URI> blocking = addresses(document.select(BLOCKING));
    Set<URI> all = new LinkedHashSet<>(blocking);
    all.addAll(addresses(document.select(OTHERS)));
    return new PageResources(Set.copyOf(all), blocking);
  }

  private static Set<URI> addresses(Elements elements) {
    Set<URI> addresses = new LinkedHashSet<>();
    for (Element element : elements) {
      for (String attribute : new String[] {"src", "href", "data"}) {
        // Empty addresses and data: URLs cause no request.
        if (!element.attr(attribute).isBlank() && element.absUrl(attribute).startsWith("http")) {
          addresses.add(URI.create(element.absUrl(attribute)));
        }
      }
    }
    return Set.copyOf(addresses);
  }
}
