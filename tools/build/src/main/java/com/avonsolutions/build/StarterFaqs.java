package com.avonsolutions.build;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.text.Markdown;
import com.avonsolutions.text.MarkdownFile;
import com.avonsolutions.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;

/**
 * Reads the starter FAQs: a Markdown file per entry, with the slug as file name and the answer as
 * its text. Any mistake in a file is an error, whose message names the file.
 */
public final class StarterFaqs {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  public static final int MIN_SLUG_LENGTH = 3;
  public static final int MAX_SLUG_LENGTH = 60;

  private static final Set<String> VALUES =
      Set.of("question", "hindi", "category", "order", "featured");
  private static final Set<String> LISTS = Set.of("aliases");

  /** Links within the site lead to one of these pages or below it. */
  private static final Pattern PAGE =
      Pattern.compile(
          "/(contact|faqs|services|privacy|testimonials|backend-developer)([/?#].*)?",
          Pattern.DOTALL);

  private StarterFaqs() {}

  /**
   * Reads all entries of a folder, by slug.
   *
   * @throws IllegalArgumentException for an invalid file, with its name and the mistake
   */
  public static List<StarterFaq> read(Path folder) throws IOException {
    List<StarterFaq> entries = new ArrayList<>();
    for (MarkdownFile file : MarkdownFile.readAll(folder)) {
      String wholeText = Files.readString(folder.resolve(file.name() + ".md"));
      entries.add(new StarterFaq(entry(file), file.text(), Sha256.hex(wholeText)));
    }
    return List.copyOf(entries);
  }

  private static FaqEntry entry(MarkdownFile file) {
    requireSlug(file);
    requireKnownKeys(file);
    if (file.text().isBlank()) {
      throw wrong(file, "the answer is missing");
    }
    requireKnownPages(file);
    return new FaqEntry(
        file.name(),
        file.required("question"),
        file.optional("hindi"),
        file.required("category"),
        order(file),
        featured(file),
        List.copyOf(file.list("aliases")),
        Markdown.render(file.parsed()));
  }

  private static void requireSlug(MarkdownFile file) {
    String slug = file.name();
    if (!SLUG.matcher(slug).matches()
        || slug.length() < MIN_SLUG_LENGTH
        || slug.length() > MAX_SLUG_LENGTH) {
      throw wrong(
          file,
          "its name has to be %d to %d lower-case letters and digits, with single hyphens between"
              .formatted(MIN_SLUG_LENGTH, MAX_SLUG_LENGTH));
    }
  }

  private static void requireKnownKeys(MarkdownFile file) {
    for (String key : new TreeSet<>(file.values().keySet())) {
      if (LISTS.contains(key)) {
        throw wrong(file, key + " has to be a list of - items");
      }
      if (!VALUES.contains(key)) {
        throw wrong(file, "unknown key " + key);
      }
    }
    for (String key : new TreeSet<>(file.lists().keySet())) {
      if (VALUES.contains(key)) {
        throw wrong(file, key + " has no value");
      }
      if (!LISTS.contains(key)) {
        throw wrong(file, "unknown key " + key);
      }
    }
  }

  private static void requireKnownPages(MarkdownFile file) {
    file.parsed()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                String destination = link.getDestination();
                if (destination.startsWith("/") && !PAGE.matcher(destination).matches()) {
                  throw wrong(
                      file, "a link to " + destination + ", which is not a page of the site");
                }
                visitChildren(link);
              }
            });
  }

  private static int order(MarkdownFile file) {
    String order = file.required("order");
    try {
      return Integer.parseInt(order);
    } catch (NumberFormatException e) {
      throw wrong(file, "order is " + order + " and has to be a whole number");
    }
  }

  private static boolean featured(MarkdownFile file) {
    String featured = file.optional("featured").orElse("false");
    return switch (featured) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(file, "featured is " + featured + " and has to be true or false");
    };
  }

  private static IllegalArgumentException wrong(MarkdownFile file, String what) {
    return new IllegalArgumentException(file.name() + ".md: " + what);
  }
}
