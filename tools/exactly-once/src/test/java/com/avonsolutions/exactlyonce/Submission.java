package com.avonsolutions.exactlyonce;

import com.avonsolutions.exactlyonce.ExpectedLead.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One form or message with its content; it can be sent several times. */
final class Submission {
  private static final List<Route> ROUTES = List.of(Route.values());
  private static final List<Route> SITE =
      List.of(Route.CONTACT_PAGE, Route.CONTACT_SCRIPT, Route.API);
  private static final List<Route> FORM = List.of(Route.FORM_PAGE, Route.FORM_SCRIPT);

  private final String name;
  private final Route route;
  private final List<ExpectedLead> expectedLeads;
  private final Optional<String> idempotencyKey;
  private Optional<String> formKey;

  private Submission(String name, Route route, List<ExpectedLead> expectedLeads) {
    this.name = name;
    this.route = route;
    this.expectedLeads = List.copyOf(expectedLeads);
    this.idempotencyKey = keyOf(Kind.KEY);
    this.formKey = keyOf(Kind.FORM_KEY);
  }

  private Optional<String> keyOf(Kind kind) {
    return expectedLeads.stream()
        .filter(expected -> expected.kind() == kind)
        .map(ExpectedLead::key)
        .findFirst();
  }

  /** Creates one to four submissions, some of which share a key, a content or an id. */
  static List<Submission> invent(SeededRandom random) {
    List<Submission> invented = new ArrayList<>();
    int count = 1 + random.below(4);
    for (int number = 0; number < count; number++) {
      String name = String.valueOf((char) ('A' + number));
      invented.add(
          invented.isEmpty() || random.percent(40)
              ? unrelated(name, number, random)
              : related(random.of(invented), name, number, random));
    }
    return invented;
  }

  private static Submission unrelated(String name, int number, SeededRandom random) {
    Route route = random.of(ROUTES);
    List<ExpectedLead> expectedLeads = new ArrayList<>();
    Kind kind = kind(route, random);
    expectedLeads.add(
        new ExpectedLead(kind, key(kind, number), route.scope, Content.number(number)));
    if (route == Route.INDIAMART && random.percent(50)) {
      expectedLeads.add(
          new ExpectedLead(kind, key(kind, 10 + number), route.scope, Content.number(10 + number)));
    }
    return new Submission(name, route, expectedLeads);
  }

  /** Shares key or content with another submission: one lead, two leads or a conflict. */
  private static Submission related(
      Submission other, String name, int number, SeededRandom random) {
    ExpectedLead expected = random.of(other.expectedLeads);
    Content content = random.percent(50) ? expected.content() : Content.number(number);
    boolean sameKey = random.percent(75);
    Kind kind = sameKey ? expected.kind() : kind(other.route, random);
    Route route =
        switch (other.route.scope) {
          case "site" -> kind == Kind.KEY ? random.of(SITE.subList(1, 3)) : random.of(SITE);
          case "form" -> kind == Kind.KEY ? Route.FORM_SCRIPT : random.of(FORM);
          default -> other.route;
        };
    String key = sameKey ? expected.key() : key(kind, number);
    return new Submission(name, route, List.of(new ExpectedLead(kind, key, route.scope, content)));
  }

  private static Kind kind(Route route, SeededRandom random) {
    return switch (route) {
      case CONTACT_PAGE, FORM_PAGE -> random.of(List.of(Kind.FORM_KEY, Kind.CONTENT));
      case CONTACT_SCRIPT, API, FORM_SCRIPT ->
          random.of(List.of(Kind.KEY, Kind.KEY, Kind.FORM_KEY, Kind.CONTENT));
      case GOOGLE_ADS -> random.percent(75) ? Kind.PROVIDER : Kind.CONTENT;
      case INDIAMART -> Kind.PROVIDER;
    };
  }

  private static String key(Kind kind, int number) {
    return kind == Kind.CONTENT ? "" : "k" + number;
  }

  String name() {
    return name;
  }

  Route route() {
    return route;
  }

  List<ExpectedLead> expectedLeads() {
    return expectedLeads;
  }

  Optional<String> idempotencyKey() {
    return idempotencyKey;
  }

  Optional<String> formKey() {
    return formKey;
  }

  /** Uses the key of the form that came back; later attempts send that form. */
  void useFormKey(Optional<String> key) {
    formKey = key;
  }

  /** Each submission has its own IP address. */
  String address() {
    return "203.0.113." + (int) name.charAt(0);
  }

  @Override
  public String toString() {
    return name + " = " + route + ' ' + expectedLeads;
  }
}
