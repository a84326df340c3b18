package com.avonsolutions.exactlyonce;

import com.avonsolutions.exactlyonce.Cell.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One form or message, as somebody has it before them: it is sent again and again as it is. */
final class Submission {
  private static final List<Route> ROUTES = List.of(Route.values());
  private static final List<Route> SITE =
      List.of(Route.CONTACT_PAGE, Route.CONTACT_SCRIPT, Route.API);
  private static final List<Route> FORM = List.of(Route.FORM_PAGE, Route.FORM_SCRIPT);

  private final String name;
  private final Route route;
  private final List<Cell> cells;
  private final Optional<String> idempotencyKey;
  private Optional<String> formKey;

  private Submission(String name, Route route, List<Cell> cells) {
    this.name = name;
    this.route = route;
    this.cells = List.copyOf(cells);
    this.idempotencyKey = keyOf(Kind.KEY);
    this.formKey = keyOf(Kind.FORM_KEY);
  }

  private Optional<String> keyOf(Kind kind) {
    return cells.stream().filter(cell -> cell.kind() == kind).map(Cell::key).findFirst();
  }

  /** One to four of them, of which some have a key, a content or an id in common. */
  static List<Submission> invent(Chance chance) {
    List<Submission> invented = new ArrayList<>();
    int count = 1 + chance.below(4);
    for (int number = 0; number < count; number++) {
      String name = String.valueOf((char) ('A' + number));
      invented.add(
          invented.isEmpty() || chance.percent(40)
              ? unlikeOthers(name, number, chance)
              : like(chance.of(invented), name, number, chance));
    }
    return invented;
  }

  private static Submission unlikeOthers(String name, int number, Chance chance) {
    Route route = chance.of(ROUTES);
    List<Cell> cells = new ArrayList<>();
    Kind kind = kind(route, chance);
    cells.add(new Cell(kind, key(kind, number), route.scope, Content.number(number)));
    if (route == Route.INDIAMART && chance.percent(50)) {
      cells.add(new Cell(kind, key(kind, 10 + number), route.scope, Content.number(10 + number)));
    }
    return new Submission(name, route, cells);
  }

  /** Shares with the other what has to make them one lead, or two, or a conflict. */
  private static Submission like(Submission other, String name, int number, Chance chance) {
    Cell cell = chance.of(other.cells);
    Content content = chance.percent(50) ? cell.content() : Content.number(number);
    boolean sameKey = chance.percent(75);
    Kind kind = sameKey ? cell.kind() : kind(other.route, chance);
    Route route =
        switch (other.route.scope) {
          case "site" -> kind == Kind.KEY ? chance.of(SITE.subList(1, 3)) : chance.of(SITE);
          case "form" -> kind == Kind.KEY ? Route.FORM_SCRIPT : chance.of(FORM);
          default -> other.route;
        };
    String key = sameKey ? cell.key() : key(kind, number);
    return new Submission(name, route, List.of(new Cell(kind, key, route.scope, content)));
  }

  private static Kind kind(Route route, Chance chance) {
    return switch (route) {
      case CONTACT_PAGE, FORM_PAGE -> chance.of(List.of(Kind.FORM_KEY, Kind.CONTENT));
      case CONTACT_SCRIPT, API, FORM_SCRIPT ->
          chance.of(List.of(Kind.KEY, Kind.KEY, Kind.FORM_KEY, Kind.CONTENT));
      case GOOGLE_ADS -> chance.percent(75) ? Kind.PROVIDER : Kind.CONTENT;
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

  List<Cell> cells() {
    return cells;
  }

  Optional<String> idempotencyKey() {
    return idempotencyKey;
  }

  Optional<String> formKey() {
    return formKey;
  }

  /** The page came back, and from now on the form on it is sent. */
  void isNowOnPageWith(Optional<String> key) {
    formKey = key;
  }

  /** Everybody has an address of their own. */
  String address() {
    return "203.0.113." + (int) name.charAt(0);
  }

  @Override
  public String toString() {
    return name + " = " + route + ' ' + cells;
  }
}
