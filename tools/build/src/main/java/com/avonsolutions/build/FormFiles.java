package com.avonsolutions.build;

import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.text.MarkdownFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the forms of other sites from a folder: a Markdown file per form, with the form's name as
 * file name, its settings in the front matter, and any notes below.
 */
public final class FormFiles {
  private static final Set<String> SETTINGS =
      Set.of(
          "title",
          "origins",
          "redirectHosts",
          "thanks",
          "service",
          "consent",
          "consentVersion",
          "consentLanguage",
          "consentText",
          "secret",
          "notice");

  private FormFiles() {}

  /**
   * Reads all forms of a folder, by name.
   *
   * @throws IllegalArgumentException for an invalid file, with its name and the mistake
   */
  public static List<FormFile> read(Path folder) throws IOException {
    return MarkdownFile.readAll(folder).stream().map(FormFiles::form).toList();
  }

  private static FormFile form(MarkdownFile file) {
    List<String> unknown =
        Stream.concat(file.values().keySet().stream(), file.lists().keySet().stream())
            .filter(key -> !SETTINGS.contains(key))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw wrong(file, "there is no setting " + String.join(", ", unknown));
    }
    if (!Form.isName(file.name())) {
      throw wrong(file, "name the file with lower-case letters, digits and hyphens, like its form");
    }
    Optional<String> words = file.optional("consentText").map(WordsHash::canonical);
    Form form =
        new Form(
            file.name(),
            file.required("title"),
            Set.copyOf(file.list("origins").stream().map(origin -> origin(file, origin)).toList()),
            Set.copyOf(file.list("redirectHosts")),
            file.optional("thanks").map(address -> page(file, address)),
            file.optional("service").map(code -> service(file, code)),
            consentRequired(file),
            new ShownWords(
                version(file),
                file.optional("consentLanguage").map(language -> language(file, language)),
                words.map(WordsHash::of)),
            file.optional("secret"),
            file.optional("notice"));
    return new FormFile(form, words);
  }

  private static boolean consentRequired(MarkdownFile file) {
    return switch (file.required("consent")) {
      case "ticked" -> true;
      case "stated" -> false;
      default ->
          throw wrong(
              file,
              "consent is either ticked (the form has a box) or stated (it says beside the button"
                  + " what happens)");
    };
  }

  private static String version(MarkdownFile file) {
    String version = file.required("consentVersion");
    if (version.length() > ShownWords.MAX_VERSION_LENGTH) {
      throw wrong(
          file,
          "consentVersion has at most %d characters".formatted(ShownWords.MAX_VERSION_LENGTH));
    }
    return version;
  }

  private static String language(MarkdownFile file, String language) {
    if (language.length() > ShownWords.MAX_LANGUAGE_LENGTH
        || !language.matches("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
      throw wrong(file, "consentLanguage is a tag such as en, hi or hi-Latn");
    }
    return language;
  }

  private static Service service(MarkdownFile file, String code) {
    return Service.of(code).orElseThrow(() -> wrong(file, "there is no service " + code));
  }

  private static String page(MarkdownFile file, String address) {
    if (!address.matches("https?://[^\\s]+")) {
      throw wrong(file, "thanks has to be a whole address, https://...");
    }
    return address;
  }

  /** As browsers write it: without a path, and without the default port. */
  private static String origin(MarkdownFile file, String origin) {
    Optional<URI> read = Optional.of(origin).filter(text -> !text.contains(" ")).map(URI::create);
    boolean whole =
        read.filter(uri -> uri.getHost() != null && uri.getPath().isEmpty())
            .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
            .isPresent();
    if (!whole || !origin.equals(origin.toLowerCase(Locale.ROOT))) {
      throw wrong(file, origin + " is not an origin, write it like https://offers.example.com");
    }
    return origin;
  }

  private static IllegalArgumentException wrong(MarkdownFile file, String what) {
    return new IllegalArgumentException(file.name() + ".md: " + what + ".");
  }
}
