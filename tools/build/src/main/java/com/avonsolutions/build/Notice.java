package com.avonsolutions.build;

import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.text.MarkdownFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version of the privacy notice in one language, with what our forms say beside their consent
 * boxes: the file {@code VERSION.LANGUAGE.md}. The hash of the file is the hash of the words.
 *
 * @param version the month or the day from which it holds, so that versions sort by age
 * @param text of the whole file, in canonical form
 * @param statements what stands beside the box of each purpose, in Markdown, in the order of
 *     purposes
 * @param page the notice as a content page
 */
public record Notice(
    String version,
    String language,
    String text,
    String hash,
    Map<Purpose, String> statements,
    MarkdownFile page) {
  /** The path below which each version has a page. The latest in English is this page itself. */
  static final String SLUG = "privacy";

  private static final String FOLDER = "libraries/web/src/main/notices";
  private static final String HASHES = "SHA256SUMS";
  private static final String DEFAULT_LANGUAGE = "en";

  private static final Pattern NAME =
      Pattern.compile("([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)\\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)");

  /** The folder with all versions. */
  public static Path folder(Path root) {
    return root.resolve(FOLDER);
  }

  /**
   * Reads all versions, the oldest first.
   *
   * @throws IllegalArgumentException for an invalid file, and for one whose words are not those
   *     that the list of hashes promises: words that people were shown must never change
   */
  public static List<Notice> readAll(Path folder) throws IOException {
    Map<String, String> hashes = hashes(folder);
    List<Notice> notices = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        Notice notice = parse(String.valueOf(file.getFileName()), Files.readString(file));
        requireAsPublished(notice, hashes);
        notices.add(notice);
      }
    }
    Set<String> lost = new TreeSet<>(hashes.keySet());
    notices.forEach(notice -> lost.remove(notice.fileName()));
    if (!lost.isEmpty()) {
      throw new IllegalArgumentException(
          "%s names %s, which is not there: notices that people were shown stay"
              .formatted(HASHES, String.join(", ", lost)));
    }
    return List.copyOf(notices);
  }

  /**
   * The latest version in English, which forms and {@code /privacy} show.
   *
   * @param notices the oldest first
   */
  static Notice current(List<Notice> notices) {
    return notices.stream()
        .filter(notice -> notice.language().equals(DEFAULT_LANGUAGE))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new IllegalArgumentException("There is no notice in English"));
  }

  static Notice parse(String fileName, String content) {
    String name = fileName.substring(0, fileName.length() - ".md".length());
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          fileName + ": name it VERSION.LANGUAGE.md, such as 2026-11.en.md or 2026-11-22.hi.md");
    }
    String text = WordsHash.canonical(content);
    MarkdownFile file = MarkdownFile.parse(name, text);
    Map<String, String> settings = new HashMap<>(file.values());
    Map<Purpose, String> statements = new TreeMap<>();
    for (Purpose purpose : Purpose.values()) {
      if (settings.containsKey(purpose.code())) {
        statements.put(purpose, String.valueOf(settings.remove(purpose.code())));
      }
    }
    return new Notice(
        matcher.group(1),
        matcher.group(2),
        text,
        WordsHash.of(text),
        Collections.unmodifiableMap(statements),
        new MarkdownFile(name, settings, file.lists(), file.text(), file.firstLine()));
  }

  String fileName() {
    return page.name() + ".md";
  }

  /** The path of the page that shows this version for ever. */
  String slug() {
    return SLUG + '/' + page.name();
  }

  private static void requireAsPublished(Notice notice, Map<String, String> hashes) {
    String digits = WordsHash.digits(notice.text());
    String published = hashes.get(notice.fileName());
    if (published == null) {
      throw new IllegalArgumentException(
          "%s is not in %s: once its words are final, add the line %s  %s"
              .formatted(notice.fileName(), HASHES, digits, notice.fileName()));
    }
    if (!published.equals(digits)) {
      throw new IllegalArgumentException(
          "%s is not what %s promises. Words that people were shown never change: undo it, and write a new version. Before it was ever deployed, change its line to %s  %s"
              .formatted(notice.fileName(), HASHES, digits, notice.fileName()));
    }
  }

  /** The hexadecimal digits by file name, as {@code sha256sum} writes them. */
  private static Map<String, String> hashes(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(HASHES)).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split(" [ *]", 2))
        .collect(Collectors.toMap(parts -> parts[parts.length - 1], parts -> parts[0]));
  }
}
