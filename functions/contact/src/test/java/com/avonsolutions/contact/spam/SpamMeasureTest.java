package com.avonsolutions.contact.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.contact.spam.LabelledText.Part;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Measures the filter on texts alone, without honeypot, time, headers or counts. {@code make
 * spam-measure} prints the figures. The floors are a little below today's figures, so that the test
 * fails when a change makes the filter worse.
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

    for (Part part : Part.values()) {
      long found = of(spam, part).stream().filter(SpamMeasureTest::isFoundFromAScript).count();
      System.out.printf(
          "Spam found, %s, posted by a program that is no browser: %d of %d%n",
          part.name().toLowerCase(Locale.ROOT), found, of(spam, part).size());
    }

    assertThat(share(of(spam, Part.TUNING))).isGreaterThan(0.95);
    assertThat(share(of(spam, Part.TEST))).isGreaterThan(0.9);
    assertThat(share(of(spam, Part.UNSEEN))).isGreaterThan(0.65);
    assertThat(share(of(spam, Part.TRADES_TEST))).isGreaterThan(0.8);
  }

  private static SpamScore score(LabelledText one) {
    return FILTER.weigh(one.text(), Circumstances.ORDINARY);
  }

  private static boolean isFoundFromAScript(LabelledText one) {
    int headers = HeaderShape.points(Map.of(), true);
    Circumstances how = new Circumstances(false, false, Optional.empty(), headers, 1, 1, 1);
    return FILTER.weigh(one.text(), how).isSpam();
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
