package com.avonsolutions.staff;

import com.avonsolutions.build.StarterFaqs;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.LoadOutcome;
import com.avonsolutions.domain.faq.StarterFaq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Loads the starter FAQs. Entries that staff wrote or changed stay as they are. */
public record FaqLoader(Path folder) implements ContentLoader {

  /** The starter FAQs of the project. */
  public static FaqLoader starterFaqs(Path root) {
    return new FaqLoader(root.resolve("functions/faq/src/main/faqs"));
  }

  @Override
  public String load(Stores stores) throws IOException {
    FaqStore faqs = stores.faqs();
    List<StarterFaq> entries = read();
    Map<LoadOutcome, Integer> outcomes = new EnumMap<>(LoadOutcome.class);
    for (StarterFaq entry : entries) {
      outcomes.merge(faqs.load(entry), 1, Integer::sum);
    }
    return "%d FAQs: %d new or changed, %d as before, %d kept as staff wrote them"
        .formatted(
            entries.size(),
            outcomes.getOrDefault(LoadOutcome.WRITTEN, 0),
            outcomes.getOrDefault(LoadOutcome.UNCHANGED, 0),
            outcomes.getOrDefault(LoadOutcome.KEPT, 0));
  }

  private List<StarterFaq> read() throws IOException {
    try {
      return StarterFaqs.read(folder);
    } catch (IllegalArgumentException e) {
      throw UserError.malformed(e, "No FAQ was changed.");
    }
  }
}
