package com.avonsolutions.faq;

import com.avonsolutions.answers.AnswerIndex;
import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The FAQ entries published at one version, and the index that searches them. Immutable. */
final class FaqEdition {
  private final List<FaqEntry> entries;
  private final Map<String, FaqEntry> bySlug;
  private final AnswerIndex index;

  FaqEdition(List<FaqEntry> entries) {
    this.entries = List.copyOf(entries);
    this.bySlug =
        entries.stream().collect(Collectors.toUnmodifiableMap(FaqEntry::slug, Function.identity()));
    this.index = new AnswerIndex(entries);
  }

  /** All entries, by {@link FaqEntry#order}. */
  List<FaqEntry> entries() {
    return entries;
  }

  Optional<FaqEntry> entry(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  AnswerIndex index() {
    return index;
  }
}
