package com.avonsolutions.staff;

import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.domain.vote.VoteStore;
import com.avonsolutions.hooks.meta.MetaGraph;
import com.avonsolutions.hooks.platform.PlatformIntake;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The domain's stores outside of a function, made of the same environment as in one. */
public final class Stores implements AutoCloseable {
  private final ApplicationContext context;

  private Stores(ApplicationContext context) {
    this.context = context;
  }

  /**
   * Opens the stores whose tables are named.
   *
   * @param environment e.g. {@code FAQS_TABLE}, {@code DYNAMODB_ENDPOINT}, {@code AWS_REGION}
   */
  public static Stores open(Map<String, String> environment) {
    return open(environment, Clock.systemUTC());
  }

  /** The same by another clock. */
  public static Stores open(Map<String, String> environment, Clock clock) {
    Map<String, Object> variables = new HashMap<>(environment);
    return new Stores(
        ApplicationContext.builder()
            .environmentPropertySource(false)
            .deduceEnvironment(false)
            .banner(false)
            .propertySources(
                PropertySource.of(
                    "environment",
                    variables,
                    PropertyConvention.ENVIRONMENT_VARIABLE,
                    PropertySource.Origin.of("environment")))
            .singletons(clock)
            .start());
  }

  LeadStore leads() {
    return context.getBean(LeadStore.class);
  }

  PlatformIntake platformIntake() {
    return context.getBean(PlatformIntake.class);
  }

  MetaGraph meta() {
    return context.getBean(MetaGraph.class);
  }

  QuestionStore questions() {
    return context.getBean(QuestionStore.class);
  }

  FormStore forms() {
    return context.getBean(FormStore.class);
  }

  VoteStore votes() {
    return context.getBean(VoteStore.class);
  }

  FaqStore faqs() {
    return context.getBean(FaqStore.class);
  }

  public TestimonialStore testimonials() {
    return context.getBean(TestimonialStore.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
