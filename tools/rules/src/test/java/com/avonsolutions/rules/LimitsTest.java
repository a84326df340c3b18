package com.avonsolutions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.build.StarterFaqs;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The docs state each limit of the code, and each field of the lead form. */
class LimitsTest {
  private final List<String> missing = new ArrayList<>();

  @Test
  void api_shouldStateTheLimitsOfALead() throws IOException {
    require("docs/api.md", "| `name` | Required, %,d characters, one line |", max(LeadField.NAME));
    require("docs/api.md", "| `phone` | %,d characters as typed.", max(LeadField.PHONE));
    require("docs/api.md", "| `email` | %,d characters |", max(LeadField.EMAIL));
    require("docs/api.md", "| `message` | %,d characters;", max(LeadField.MESSAGE));
    for (LeadField field : LeadField.PLAIN) {
      require("docs/api.md", "| `%s` | %,d characters, one line |", field.code(), max(field));
      require("docs/embedding.md", "| `%s` | ", field.code());
    }
    require("docs/api.md", "up to %,d characters; stored", ShownWords.MAX_VERSION_LENGTH);
    require("docs/api.md", "| Name of the form, cut at %,d", Origin.MAX_SOURCE_LENGTH);
    require("docs/api.md", "with the form, cut at %,d |", Origin.MAX_PAGE_LENGTH);
    require("docs/api.md", "with the lead, each cut at %,d |", Attribution.MAX_LENGTH);
    require("docs/api.md", "key, 1 to %,d visible", PlainText.MAX_KEY_LENGTH);
    require("docs/api.md", "`Idempotency-Key`, 1 to %,d visible", PlainText.MAX_KEY_LENGTH);
    require("docs/data-model.md", "a message of %,d Latin letters", max(LeadField.MESSAGE));

    assertThat(missing).isEmpty();
  }

  @Test
  void docs_shouldStateTheLimitsOfOtherAnswers() throws IOException {
    for (String file : List.of("docs/api.md", "docs/sources.md")) {
      require(
          file,
          "at most %,d of %,d characters, %,d in all",
          ExtraAnswers.MAX_ANSWERS,
          ExtraAnswers.MAX_LENGTH,
          ExtraAnswers.MAX_TOTAL_LENGTH);
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void api_shouldStateTheLimitsOfATestimonial() throws IOException {
    require(
        "docs/api.md",
        "| `name` | Required, %,d characters, one line |",
        Testimonial.MAX_NAME_LENGTH);
    require(
        "docs/api.md",
        "| `role`, `company` | %,d and %,d characters, one line |",
        Testimonial.MAX_ROLE_LENGTH,
        Testimonial.MAX_COMPANY_LENGTH);
    require(
        "docs/api.md",
        "| `text` | Required, %,d to %,d characters;",
        Testimonial.MIN_TEXT_LENGTH,
        Testimonial.MAX_TEXT_LENGTH);

    assertThat(missing).isEmpty();
  }

  @Test
  void docs_shouldStateTheLimitsOfAQuestionAndOfAFaqsAddress() throws IOException {
    int asked = FaqEntry.MAX_ASKED_LENGTH;
    int question = FaqEntry.MAX_QUESTION_LENGTH;
    require(
        "docs/api.md",
        "of more than %,d characters the first %,d and the last %,d are read",
        asked,
        question,
        asked);
    require("docs/answers.md", "Only the last %,d characters are read of a message", asked);
    require("docs/answers.md", "of a question or a part the first %,d", question);
    require(
        "docs/recipes.md",
        "%,d to %,d lower-case letters and digits",
        StarterFaqs.MIN_SLUG_LENGTH,
        StarterFaqs.MAX_SLUG_LENGTH);

    assertThat(missing).isEmpty();
  }

  @Test
  void docs_shouldStateTheLimitsOfABody() throws IOException {
    int megabytes = FormReader.MAX_MEGABYTES;
    require("docs/api.md", "multipart, up to %,d MB.", megabytes);
    require("docs/api.md", "More than %,d MiB | 413 | `This is more than %1$d MB.", megabytes);
    require("docs/api.md", "more than %,d fields | 400", Fields.MAX_FIELDS);
    require("docs/sources.md", "More than %,d kB | 413", HookBody.MAX_KILOBYTES);

    assertThat(missing).isEmpty();
  }

  private static int max(LeadField field) {
    return field.maxLength();
  }

  private void require(String file, String sentence, Object... values) throws IOException {
    String text = String.format(Locale.ROOT, sentence, values);
    if (!Files.readString(Project.root().resolve(file)).contains(text)) {
      missing.add(file + " does not say: " + text);
    }
  }
}
