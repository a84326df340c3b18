package com.avonsolutions.contact.spam;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts links. A single link is normal: people send the address of their website. */
final class Links {
  /** Profiles, maps and catalogues of businesses. These links do not count. */
  private static final List<String> HARMLESS =
      List.of(
          "instagram.com",
          "facebook.com",
          "fb.com",
          "youtube.com",
          "youtu.be",
          "google.com",
          "goo.gl",
          "g.page",
          "linkedin.com",
          "justdial.com",
          "indiamart.com",
          "wa.me",
          "whatsapp.com",
          "twitter.com",
          "x.com");

  /** Link shorteners and chats, which hide their target. */
  private static final List<String> HIDING =
      List.of("bit.ly", "t.me", "tinyurl.com", "cutt.ly", "is.gd", "rb.gy", "telegram.me");

  /** A link in a text of up to this many words gives extra points. */
  private static final int SHORT_TEXT_WORDS = 20;

  private static final List<String> MARKUP = List.of("<a ", "<a\n", "href=", "[url", "[/url");

  private static final Set<String> TOP_LEVEL =
      Set.of(
          "com", "net", "org", "info", "biz", "in", "co", "io", "me", "ru", "su", "cn", "tk", "xyz",
          "top", "site", "online", "shop", "store", "club", "live", "pro", "link", "click", "vip",
          "icu", "agency", "digital", "app", "dev", "ly");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\"'<>()\\[\\],;]+");

  private Links() {}

  /**
   * The points of all links. Each host counts once: three pages of one site are one link.
   *
   * @param request points that plain links are forgiven, see {@link Requests}
   */
  static int points(SubmittedText text, int request) {
    String prose = (text.lines() + '\n' + text.prose()).toLowerCase(Locale.ROOT);
    String[] words = SEPARATORS.split(prose.strip(), -1);
    Set<String> hosts =
        Stream.of(words)
            .map(Links::host)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet());
    long hiding = hosts.stream().filter(host -> at(host, HIDING)).count();
    long links =
        hosts.stream()
            .filter(host -> !at(host, HIDING))
            .filter(host -> !at(host, HARMLESS))
            .count();
    int plain = links >= 5 ? 100 : links >= 3 ? 80 : (int) (links == 2 ? 40 : links * 10);
    if (links > 0 && words.length <= SHORT_TEXT_WORDS) {
      plain += 30;
    }
    int points = MARKUP.stream().anyMatch(prose::contains) ? 100 : 0;
    points +=
        (int) hiding * 50
            + Math.max(Math.min(plain, SpamScore.THRESHOLD) - request, 0)
            + pointsOfName(text.name());
    return Math.min(points, SpamScore.THRESHOLD);
  }

  /** A single word with a dot is a name: that of a shop, or one typed without a blank. */
  private static int pointsOfName(String name) {
    String[] words = SubmittedText.WHITE_SPACE.split(name.toLowerCase(Locale.ROOT).strip(), -1);
    boolean address = Stream.of(words).anyMatch(word -> !host(word).isEmpty() && isAddress(word));
    boolean link = Stream.of(words).anyMatch(word -> !host(word).isEmpty());
    if (words.length == 1) {
      return address ? 50 : 0;
    }
    return address ? 100 : link ? 80 : 0;
  }

  /** Written as an address and not as a name may be. */
  private static boolean isAddress(String word) {
    return word.contains("/") || word.startsWith("www.");
  }

  /** The host of a link; empty if the word is no link. */
  private static String host(String word) {
    int scheme = word.indexOf("://");
    boolean marked = scheme > 0 || word.startsWith("www.");
    String rest = scheme < 0 ? word : word.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && isHostCharacter(rest.charAt(end))) {
      end++;
    }
    if (end < rest.length() && rest.charAt(end) == '@') {
      return "";
    }
    String host = rest.substring(0, end);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    int dot = host.lastIndexOf('.');
    boolean named = dot > 0 && TOP_LEVEL.contains(host.substring(dot + 1));
    boolean isHost = named || (marked && dot > 0);
    return isHost ? (host.startsWith("www.") ? host.substring(4) : host) : "";
  }

  private static boolean isHostCharacter(char character) {
    return character == '.' || character == '-' || Character.isLetterOrDigit(character);
  }

  private static boolean at(String host, List<String> domains) {
    return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith('.' + domain));
  }
}
