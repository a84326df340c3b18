package com.avonsolutions.domain.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.spam.LabelledText.Part;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the texts alone give away, without trap, time, headers or counts. {@code make spam-measure}
 * prints the figures. The floors lie a little under what was reached, to tell when a change makes
 * the filter worse.
 */
class SpamMeasureTest {
  private static final SpamFilter FILTER = new SpamFilter();

  @Test
  void weigh_shouldLetEnquiriesPass_inEveryLanguage() throws IOException {
    List<LabelledText> enquiries = LabelledText.enquiries();
    assertThat(enquiries).hasSizeGreaterThanOrEqualTo(200);
    for (Part part : Part.values()) {
      print("Enquiries taken for spam", part, of(enquiries, part), LabelledText::language);
    }

    assertThat(enquiries)
        .allSatisfy(
            enquiry ->
                assertThat(score(enquiry).isSpam())
                    .as("%s %s", enquiry.text(), score(enquiry).codes())
                    .isFalse());
  }

  @Test
  void weigh_shouldFindSpam() throws IOException {
    List<LabelledText> spam = LabelledText.spam();
    assertThat(spam).hasSizeGreaterThanOrEqualTo(200);
    for (Part part : Part.values()) {
      print("Spam found", part, of(spam, part), LabelledText::kind);
    }

    assertThat(share(of(spam, Part.TUNING))).isGreaterThan(0.9);
    assertThat(share(of(spam, Part.TEST))).isGreaterThan(0.8);
  }

  private static SpamScore score(LabelledText one) {
    return FILTER.weigh(one.text(), Circumstances.ORDINARY);
  }

  private static List<LabelledText> of(List<LabelledText> texts, Part part) {
    return texts.stream().filter(one -> one.part() == part).toList();
  }

  private static double share(List<LabelledText> texts) {
    return (double) found(texts) / texts.size();
  }

  private static long found(List<LabelledText> texts) {
    return texts.stream().filter(one -> score(one).isSpam()).count();
  }

  private static void print(
      String title, Part part, List<LabelledText> texts, Function<LabelledText, String> groups) {
    Map<String, List<LabelledText>> grouped =
        texts.stream().collect(Collectors.groupingBy(groups, TreeMap::new, Collectors.toList()));
    System.out.printf("%s, %s: %s%n", title, part.name().toLowerCase(Locale.ROOT), count(texts));
    grouped.forEach((group, some) -> System.out.printf("  %-10s %s%n", group, count(some)));
  }

  private static String count(List<LabelledText> texts) {
    return found(texts) + " of " + texts.size();
  }
}
