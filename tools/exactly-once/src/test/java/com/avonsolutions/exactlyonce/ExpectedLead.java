package com.avonsolutions.exactlyonce;

import java.time.Duration;

/**
 * A lead that a submission has to become, by the definition in docs/decisions/0004 and not by the
 * code under test.
 *
 * @param key of the client, the form or the platform; empty where the content decides
 * @param scope of equal contents and of platforms' ids
 */
record ExpectedLead(Kind kind, String key, String scope, Content content) {

  /** The rule that identifies the submission. */
  enum Kind {
    /** The client's Idempotency-Key; other content under it is stored as a conflict. */
    KEY,
    /** The form's own key together with the content. */
    FORM_KEY,
    /** The content alone, within {@link ExpectedLead#WINDOW}. */
    CONTENT,
    /** The platform's id, whatever else the message says. */
    PROVIDER
  }

  static final Duration WINDOW = Duration.ofMinutes(10);

  /** Leads with the same identity have to be stored once. */
  String identity() {
    return switch (kind) {
      case KEY, FORM_KEY -> kind + " " + key + " " + scope + " " + content.name();
      case CONTENT -> kind + " " + scope + " " + content.name();
      case PROVIDER -> kind + " " + scope + " " + key;
    };
  }

  /** Whether two attempts with this time between them may be two leads. */
  boolean mayBeTwo(Duration between) {
    return kind == Kind.CONTENT && between.compareTo(WINDOW) >= 0;
  }
}
