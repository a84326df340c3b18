package com.avonsolutions.staff;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.deliveries.OutboundAddress;
import com.avonsolutions.deliveries.QuietHours;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.text.MarkdownFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads channels from a folder: a Markdown file per channel, with the channel's name as file name,
 * its settings in the front matter, and any notes below.
 */
final class ChannelFiles {
  private static final Set<String> SETTINGS =
      Set.of(
          "kind",
          "to",
          "url",
          "secret",
          "events",
          "sources",
          "forms",
          "fields",
          "purpose",
          "quiet",
          "released",
          "details");

  /** What a webhook may be told of a lead, as in the payload. */
  private static final Set<String> FIELDS =
      Set.of("person", "enquiry", "touch", "consent", "source", "form", "page");

  private ChannelFiles() {}

  /**
   * Reads all channels of a folder, by name.
   *
   * @throws IllegalArgumentException for an invalid file, with its name and the mistake
   */
  static List<Channel> read(Path folder) throws IOException {
    return MarkdownFile.readAll(folder).stream().map(ChannelFiles::channel).toList();
  }

  private static Channel channel(MarkdownFile file) {
    List<String> unknown =
        Stream.concat(file.values().keySet().stream(), file.lists().keySet().stream())
            .filter(key -> !SETTINGS.contains(key))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw wrong(file, "there is no setting " + String.join(", ", unknown));
    }
    if (!Channel.isName(file.name())) {
      throw wrong(
          file,
          "name the file with 1 to 40 lower-case letters, digits and hyphens, like its channel");
    }
    ChannelKind kind = kind(file);
    boolean mail = kind == ChannelKind.MAIL;
    if (mail == texts(file, "to").isEmpty()) {
      throw wrong(file, mail ? "a mail channel needs addresses: to" : "only a mail channel has to");
    }
    if (mail == file.optional("url").isPresent()) {
      throw wrong(
          file, mail ? "a mail channel has no url" : "a " + kind.code() + " channel needs url");
    }
    if ((kind == ChannelKind.WEBHOOK) != file.optional("secret").isPresent()) {
      throw wrong(
          file,
          kind == ChannelKind.WEBHOOK
              ? "a webhook is always signed: secret names the parameter with its key"
              : "only a webhook has a secret");
    }
    return new Channel(
        file.name(),
        kind,
        texts(file, "to").stream().map(address -> address(file, address)).toList(),
        file.optional("url").map(url -> url(file, kind, url)),
        file.optional("secret").map(name -> secret(file, name)),
        events(file),
        selection(file, "sources"),
        selection(file, "forms"),
        fields(file),
        file.optional("purpose").map(code -> purpose(file, code)),
        file.optional("quiet").filter(text -> !text.equals("none")).map(text -> quiet(file, text)),
        flag(file, "released", true),
        flag(file, "details", true));
  }

  private static ChannelKind kind(MarkdownFile file) {
    String code = file.required("kind");
    return ChannelKind.of(code)
        .orElseThrow(
            () ->
                wrong(
                    file,
                    "there is no kind "
                        + code
                        + ", only "
                        + Arrays.stream(ChannelKind.values())
                            .map(ChannelKind::code)
                            .collect(Collectors.joining(", "))));
  }

  private static String address(MarkdownFile file, String address) {
    return EmailAddress.parse(address)
        .map(EmailAddress::text)
        .orElseThrow(() -> wrong(file, address + " is not an e-mail address"));
  }

  private static String url(MarkdownFile file, ChannelKind kind, String url) {
    if (!url.startsWith("/")) {
      OutboundAddress.mistakeIn(url, kind)
          .ifPresent(
              mistake -> {
                throw wrong(file, "url: " + mistake);
              });
      return url;
    }
    return secret(file, url);
  }

  private static String secret(MarkdownFile file, String name) {
    if (!name.matches("(/[A-Za-z0-9_.-]+)*/channels(/[A-Za-z0-9_.-]+)+")) {
      throw wrong(
          file,
          name
              + " is not the name of a secret of a channel: write it like"
              + " /avon/channels/crm/secret");
    }
    return name;
  }

  private static Set<NoticeEvent> events(MarkdownFile file) {
    Set<NoticeEvent> events = new HashSet<>();
    for (String code : texts(file, "events")) {
      events.add(
          NoticeEvent.of(code)
              .orElseThrow(
                  () ->
                      wrong(
                          file,
                          "there is no event "
                              + code
                              + ", only "
                              + Arrays.stream(NoticeEvent.values())
                                  .map(NoticeEvent::code)
                                  .collect(Collectors.joining(", ")))));
    }
    if (events.isEmpty()) {
      throw wrong(file, "events names what the channel is told of, e.g. lead.created");
    }
    // Staff test every channel.
    events.add(NoticeEvent.NOTICES_TEST);
    return events;
  }

  private static Set<String> fields(MarkdownFile file) {
    Set<String> fields = selection(file, "fields");
    if (!FIELDS.containsAll(fields)) {
      throw wrong(
          file,
          "fields are all, or some of "
              + FIELDS.stream().sorted().collect(Collectors.joining(", ")));
    }
    return fields;
  }

  private static Purpose purpose(MarkdownFile file, String code) {
    try {
      return Purpose.of(code);
    } catch (IllegalArgumentException e) {
      throw wrong(file, "there is no purpose " + code);
    }
  }

  private static QuietHours quiet(MarkdownFile file, String text) {
    try {
      return QuietHours.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(file, "quiet is none or hours in India's time like 21:00-09:00");
    }
  }

  private static boolean flag(MarkdownFile file, String key, boolean otherwise) {
    return switch (file.optional(key).orElse(otherwise ? "yes" : "no").toLowerCase(Locale.ROOT)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(file, key + " is yes or no");
    };
  }

  /** Empty for all. */
  private static Set<String> selection(MarkdownFile file, String key) {
    List<String> texts = texts(file, key);
    return texts.equals(List.of("all")) ? Set.of() : Set.copyOf(texts);
  }

  /** Lines of a list, or one line with commas. */
  private static List<String> texts(MarkdownFile file, String key) {
    return Stream.concat(
            file.list(key).stream(),
            file.optional(key).stream().flatMap(text -> Arrays.stream(text.split(",", -1))))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static IllegalArgumentException wrong(MarkdownFile file, String what) {
    return new IllegalArgumentException(file.name() + ".md: " + what + ".");
  }
}
