package com.avonsolutions.domain.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the texts alone give away, without trap, time, headers or counts, which only make it more.
 * {@code make spam-measure} prints the figures.
 */
class SpamMeasureTest {
  private static final SpamFilter FILTER = new SpamFilter();

  @Test
  void weigh_shouldLetEnquiriesPass_inEveryLanguage() throws IOException {
    List<LabelledText> enquiries = LabelledText.enquiries();
    assertThat(enquiries).hasSizeGreaterThanOrEqualTo(200);
    print("Enquiries taken for spam", enquiries, LabelledText::language);

    assertThat(enquiries)
        .allSatisfy(
            enquiry ->
                assertThat(score(enquiry).isSpam())
                    .as("%s %s", enquiry.text(), score(enquiry).codes())
                    .isFalse());
  }

  @Test
  void weigh_shouldFindMostSpam() throws IOException {
    List<LabelledText> spam = LabelledText.spam();
    assertThat(spam).hasSizeGreaterThanOrEqualTo(200);
    print("Spam found", spam, LabelledText::kind);
    if (Boolean.getBoolean("spam.misses")) {
      spam.stream()
          .filter(one -> one.forTuning() && !score(one).isSpam())
          .forEach(
              one ->
                  System.out.println(
                      one.kind()
                          + " "
                          + score(one).codes()
                          + " "
                          + one.text().name()
                          + ": "
                          + one.text().message()));
    }
    assertThat(share(spam.stream().filter(one -> !one.forTuning()).toList())).isGreaterThan(0.1);
  }

  private static SpamScore score(LabelledText one) {
    return FILTER.weigh(one.text(), Circumstances.ORDINARY);
  }

  private static double share(List<LabelledText> texts) {
    return (double) texts.stream().filter(one -> score(one).isSpam()).count() / texts.size();
  }

  private static void print(
      String title, List<LabelledText> texts, Function<LabelledText, String> groups) {
    for (boolean tuning : new boolean[] {true, false}) {
      List<LabelledText> half = texts.stream().filter(one -> one.forTuning() == tuning).toList();
      Map<String, List<LabelledText>> grouped =
          half.stream().collect(Collectors.groupingBy(groups, TreeMap::new, Collectors.toList()));
      System.out.printf(
          Locale.ROOT,
          "%s, %s half: %s%s%n",
          title,
          tuning ? "tuning" : "test",
          count(half),
          grouped.entrySet().stream()
              .map(entry -> ' ' + entry.getKey() + ' ' + count(entry.getValue()))
              .collect(Collectors.joining(",", ";", "")));
    }
  }

  private static String count(List<LabelledText> texts) {
    return texts.stream().filter(one -> score(one).isSpam()).count() + "/" + texts.size();
  }
}
