package com.avonsolutions.staff;

import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The commands {@code testimonials …}: review before publication. */
@Command(name = "testimonials", description = "Customers' testimonials.")
final class TestimonialsCommand {
  private final Session session;

  TestimonialsCommand(Session session) {
    this.session = session;
  }

  private static final class State implements ITypeConverter<TestimonialState> {
    @Override
    public TestimonialState convert(String typed) {
      return Stream.of(TestimonialState.values())
          .filter(state -> lowerCase(state).equals(typed))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\""
                          + typed
                          + "\" is not a state: write pending, approved, rejected or spam."));
    }
  }

  @Command(name = "list", description = "Lists testimonials, newest first.")
  void list(
      @Parameters(
              paramLabel = "STATE",
              arity = "0..1",
              defaultValue = "pending",
              converter = State.class,
              description = "pending (the default), approved, rejected or spam.")
          TestimonialState state,
      @Mixin PageOptions page,
      @Mixin TableTarget target)
      throws IOException {
    session.withStores(
        target,
        Table.TESTIMONIALS,
        stores ->
            page.print(
                session.out(),
                stores.testimonials().inState(state, Integer.MAX_VALUE),
                this::print,
                lowerCase(state) + " testimonial",
                ""));
  }

  @Command(name = "approve", description = "Publishes a testimonial.")
  void approve(
      @Parameters(paramLabel = "ID", description = "From testimonials list.") String id,
      @Mixin TableTarget target)
      throws IOException {
    decide(id, TestimonialState.APPROVED, target);
  }

  @Command(name = "reject", description = "Keeps a testimonial off the site.")
  void reject(
      @Parameters(paramLabel = "ID", description = "From testimonials list.") String id,
      @Mixin TableTarget target)
      throws IOException {
    decide(id, TestimonialState.REJECTED, target);
  }

  private void decide(String id, TestimonialState state, TableTarget target) throws IOException {
    session.withStores(
        target,
        Table.TESTIMONIALS,
        stores -> {
          if (!stores.testimonials().decide(id, state)) {
            throw new UserError("There is no testimonial " + id + ". Try testimonials list.");
          }
          session.out().println(id + " is " + lowerCase(state) + " now");
        });
  }

  private void print(Testimonial testimonial) {
    StringBuilder line =
        new StringBuilder(testimonial.id())
            .append("  ")
            .append(IndiaTime.text(testimonial.receivedAt()))
            .append("  ")
            .append(testimonial.name());
    testimonial.rating().ifPresent(rating -> line.append("  ").append(rating).append(" of 5"));
    session.out().println(line);
    testimonial.text().lines().forEach(text -> session.out().println("    " + text));
  }

  private static String lowerCase(TestimonialState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
