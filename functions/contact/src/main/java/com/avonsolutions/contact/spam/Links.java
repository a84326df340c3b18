package com.avonsolutions.contact.spam;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

  static int points(SubmittedText text) {
    String prose = (text.lines() + '\n' + text.prose()).toLowerCase(Locale.ROOT);
    int points = MARKUP.stream().anyMatch(prose::contains) ? 100 : 0;
    int links = 0;
    String[] words = SEPARATORS.split(prose.strip(), -1);
    for (String word : words) {
      String host = host(word);
      if (host.isEmpty()) {
        continue;
      }
      if (at(host, HIDING)) {
        points += 50;
      } else if (!at(host, HARMLESS)) {
        links++;
      }
    }
    points += links >= 5 ? 100 : links >= 3 ? 80 : links == 2 ? 40 : links * 10;
    if (links > 0 && words.length <= SHORT_TEXT_WORDS) {
      points += 30;
    }
    for (String word : SubmittedText.WHITE_SPACE.split(text.name().toLowerCase(Locale.ROOT), -1)) {
      points += host(word).isEmpty() ? 0 : 80;
    }
    return Math.min(points, SpamScore.THRESHOLD);
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
    return named || (marked && dot > 0) ? host : "";
  }

  private static boolean isHostCharacter(char character) {
    return character == '.' || character == '-' || Character.isLetterOrDigit(character);
  }

  private static boolean at(String host, List<String> domains) {
    return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith('.' + domain));
  }
}
