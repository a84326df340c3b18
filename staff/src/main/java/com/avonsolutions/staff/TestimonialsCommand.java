package com.avonsolutions.staff;

import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import java.util.List;
import java.util.Locale;

/**
 * {@code testimonials list|approve|reject}: what staff do with testimonials until they have a page
 * for it, here or in the cloud.
 */
public final class TestimonialsCommand implements Command {
  private static final int MOST = 100;
  private static final String USAGE =
      "Usage: testimonials (list [pending|approved|rejected|spam] | approve ID | reject ID)"
          + " (--endpoint URL | --table NAME)";

  @Override
  public void run(List<String> arguments) {
    TableTarget target =
        TableTarget.parse(arguments, System.getenv(), "TESTIMONIALS_TABLE", "TestimonialsTable");
    List<String> words = target.words();
    if (words.isEmpty() || words.size() > 2) {
      throw new UserError(USAGE);
    }
    try (Stores stores = Stores.open(target.environment())) {
      TestimonialStore testimonials = stores.testimonials();
      switch (words.get(0)) {
        case "list" -> list(testimonials, state(words.size() == 2 ? words.get(1) : "pending"));
        case "approve" -> decide(testimonials, words, TestimonialState.APPROVED);
        case "reject" -> decide(testimonials, words, TestimonialState.REJECTED);
        default -> throw new UserError(USAGE);
      }
    }
  }

  private static void list(TestimonialStore testimonials, TestimonialState state) {
    List<Testimonial> found = testimonials.inState(state, MOST);
    for (Testimonial testimonial : found) {
      System.out.println(
          testimonial.id() + "  " + testimonial.receivedAt() + "  " + testimonial.name());
      testimonial.text().lines().forEach(line -> System.out.println("    " + line));
    }
    System.out.println(found.size() + " " + state.name().toLowerCase(Locale.ROOT));
  }

  private static void decide(
      TestimonialStore testimonials, List<String> words, TestimonialState state) {
    if (words.size() != 2) {
      throw new UserError(USAGE);
    }
    if (!testimonials.decide(words.get(1), state)) {
      throw new UserError("There is no testimonial " + words.get(1) + ". Try testimonials list.");
    }
    System.out.println(words.get(1) + " is " + state.name().toLowerCase(Locale.ROOT) + " now");
  }

  private static TestimonialState state(String name) {
    try {
      return TestimonialState.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserError(USAGE);
    }
  }
}
