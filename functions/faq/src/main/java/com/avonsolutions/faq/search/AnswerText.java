package com.avonsolutions.faq.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;

/** An answer without its markup. */
public final class AnswerText {

  private AnswerText() {}

  /** The text of HTML on one line. */
  public static String of(String html) {
    StringWriter text = new StringWriter(html.length());
    try (Reader stripped = new HTMLStripCharFilter(new StringReader(html))) {
      stripped.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }
}
