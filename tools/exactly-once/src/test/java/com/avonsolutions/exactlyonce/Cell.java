package com.avonsolutions.exactlyonce;

import java.time.Duration;

/**
 * What has to be one lead, by the definition in docs/decisions/0004 and not by the code that is
 * tested.
 *
 * @param key the client's, the form's or the platform's; empty where the content decides
 * @param scope of equal contents and of platforms' ids
 */
record Cell(Kind kind, String key, String scope, Content content) {

  /** Which of the four ways of telling submissions apart decides. */
  enum Kind {
    /** The client's Idempotency-Key; another content under it is a conflict, and kept. */
    KEY,
    /** The form's own key together with the content. */
    FORM_KEY,
    /** The content alone, within {@link Cell#WINDOW}. */
    CONTENT,
    /** The platform's id, whatever else the message says. */
    PROVIDER
  }

  static final Duration WINDOW = Duration.ofMinutes(10);

  /** Equal for what has to be stored once. */
  String unit() {
    return switch (kind) {
      case KEY, FORM_KEY -> kind + " " + key + " " + scope + " " + content.name();
      case CONTENT -> kind + " " + scope + " " + content.name();
      case PROVIDER -> kind + " " + scope + " " + key;
    };
  }

  /** Whether two presses of this unit with so much time between them may be two leads. */
  boolean mayBeTwo(Duration between) {
    return kind == Kind.CONTENT && between.compareTo(WINDOW) >= 0;
  }
}
