package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagePartsTest {
  private static final MessageParts PARTS = new MessageParts(new Language(WordVectors.shipped()));
  private static final String STORY =
      "Hello. We have run a small shop for furniture in Jaipur for about twenty good years now. ";

  @Test
  void of_shouldFindTheLastSentenceThatAsks() {
    assertThat(PARTS.of(STORY + "How long does S.E.O. work take? Thank you very much!"))
        .containsExactly(
            "How long does S.E.O. work take?",
            "We have run a small shop for furniture in Jaipur for about twenty good years now."
                + " How long does S.E.O. work take?");
  }

  @Test
  void of_shouldFindTheLastSentenceThatSaysSomething_whenNoneAsks() {
    assertThat(PARTS.of(STORY + "Delete my old phone number. Thanks!"))
        .first()
        .isEqualTo("Delete my old phone number.");
  }

  @Test
  void of_shouldSplitAtLineBreaksAndDandas() {
    assertThat(PARTS.of(STORY + "\nहमारा काम अच्छा है। वेबसाइट कितने दिन में बनेगी\nनमस्ते"))
        .first()
        .isEqualTo("वेबसाइट कितने दिन में बनेगी");
  }

  @Test
  void of_shouldBeEmpty_whenTheTextIsShortOrOneSentence() {
    assertThat(PARTS.of("Hello. What does it cost?")).isEmpty();
    assertThat(PARTS.of("what does it cost ".repeat(10))).isEmpty();
  }

  @Test
  void of_shouldReadTheEndOnly_whenTheTextIsHuge() {
    assertThat(PARTS.of("Who are you? " + "and ".repeat(400) + ". Where is it?"))
        .first()
        .isEqualTo("Where is it?");
  }
}
