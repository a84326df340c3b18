package com.avonsolutions.staff;

import com.avonsolutions.deliveries.ChannelStore;
import com.avonsolutions.deliveries.ChoiceStore;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.domain.vote.VoteStore;
import com.avonsolutions.hooks.meta.MetaGraph;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.web.startup.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores and clients of the functions, opened outside of a function by the same settings. */
public final class Stores implements AutoCloseable {
  private final ApplicationContext context;
  private final Map<String, String> settings;
  private final Clock clock;

  private Stores(ApplicationContext context, Map<String, String> settings, Clock clock) {
    this.context = context;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Opens the stores whose tables are named.
   *
   * @param settings e.g. {@code FAQS_TABLE}, {@code DYNAMODB_ENDPOINT}, {@code AWS_REGION}
   */
  public static Stores open(Map<String, String> settings) {
    return open(settings, Clock.systemUTC());
  }

  static Stores open(Map<String, String> settings, Clock clock) {
    return new Stores(FunctionContext.of(settings, clock).start(), settings, clock);
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

  ConsentRecords consents() {
    return new ConsentRecords(
        context.getBean(DynamoDbClient.class),
        settings.getOrDefault(Table.CONSENTS.setting(), ""),
        clock);
  }

  FormStore forms() {
    return context.getBean(FormStore.class);
  }

  public ChannelStore channels() {
    return context.getBean(ChannelStore.class);
  }

  public DeliveryStore deliveries() {
    return context.getBean(DeliveryStore.class);
  }

  ChoiceStore choices() {
    return context.getBean(ChoiceStore.class);
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
