package com.avonsolutions.build;

import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.text.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what functions need of the notices: of each version and language its hash, and of the
 * latest what forms say beside their consent boxes. A line has fields that are separated by tabs:
 * version, language, hash, and for each statement a purpose and its HTML.
 */
public final class BuildWords {

  private BuildWords() {}

  /**
   * Writes the list.
   *
   * @param arguments the folder of the notices, and the file to write
   * @throws IllegalArgumentException for an invalid file, with its name and the mistake
   */
  public static void main(String[] arguments) throws IOException {
    List<Notice> notices = Notice.readAll(Path.of(arguments[0]));
    Notice current = Notice.current(notices);
    List<String> lines = new ArrayList<>();
    for (Notice notice : notices) {
      List<String> fields =
          new ArrayList<>(List.of(notice.version(), notice.language(), notice.hash()));
      if (notice.equals(current)) {
        notice
            .statements()
            .forEach(
                (purpose, statement) ->
                    fields.addAll(List.of(purpose.code(), html(notice, purpose, statement))));
      }
      lines.add(String.join("\t", fields));
    }
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.resolveSibling(""));
    Files.writeString(target, String.join("\n", lines) + "\n");
  }

  /** Of one paragraph, without its tags. */
  private static String html(Notice notice, Purpose purpose, String statement) {
    String html = Markdown.toHtml(statement).strip();
    if (!html.startsWith("<p>") || html.indexOf("</p>") != html.length() - 4) {
      throw new IllegalArgumentException(
          "%s: the statement of %s is not one paragraph"
              .formatted(notice.fileName(), purpose.code()));
    }
    return html.substring(3, html.length() - 4).replaceAll("\\s+", " ");
  }
}
