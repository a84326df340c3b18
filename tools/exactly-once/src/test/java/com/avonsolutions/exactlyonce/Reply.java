package com.avonsolutions.exactlyonce;

import com.avonsolutions.sandbox.event.Answer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a press was told.
 *
 * @param id of the lead, where the reply names it
 * @param formKey of the form on the page that came back
 */
record Reply(Outcome outcome, int status, Optional<String> id, Optional<String> formKey) {

  /** What a reply says about the lead. */
  enum Outcome {
    /** In the table. */
    STORED,
    /** In the queue. */
    QUEUED,
    /** In one of both: platforms and other sites are told no more. */
    ACCEPTED,
    /** Kept, and the key belongs to another content. */
    CONFLICT,
    /** Not taken, to be sent again. */
    REFUSED,
    /** The function died. */
    NONE,
    /** What nobody should ever be told. */
    WRONG
  }

  static final Reply NONE = new Reply(Outcome.NONE, 0, Optional.empty(), Optional.empty());

  private static final Pattern FORM_KEY =
      Pattern.compile("name=\"submissionKey\" value=\"([^\"]*)\"");

  static Reply of(Answer answer, Route route) {
    return switch (answer.status()) {
      case 200 -> told(route.isPlatform() ? Outcome.ACCEPTED : Outcome.WRONG, answer);
      case 201 -> told(Outcome.STORED, answer);
      case 202 -> told(Outcome.QUEUED, answer);
      case 303 -> told(byPlace(answer.header("location").orElse("")), answer);
      case 422 ->
          told(
              answer.text().contains("Idempotency-Key") ? Outcome.CONFLICT : Outcome.WRONG, answer);
      case 503 -> told(Outcome.REFUSED, answer);
      default -> told(Outcome.WRONG, answer);
    };
  }

  private static Outcome byPlace(String location) {
    return switch (location) {
      case "/contact/thanks" -> Outcome.STORED;
      case "/contact/thanks?status=queued" -> Outcome.QUEUED;
      case "https://offers.example.com/thanks" -> Outcome.ACCEPTED;
      default -> Outcome.WRONG;
    };
  }

  private static Reply told(Outcome outcome, Answer answer) {
    Optional<String> id =
        answer.status() == 201 || answer.status() == 202
            ? Optional.of(String.valueOf(answer.json().get("id")))
            : Optional.empty();
    Matcher page = FORM_KEY.matcher(answer.status() == 503 ? answer.text() : "");
    Optional<String> formKey =
        page.find() ? Optional.of(page.group(1)).filter(key -> !key.isEmpty()) : Optional.empty();
    return new Reply(outcome, answer.status(), id, formKey);
  }

  /** Whether whoever sent it may forget it. */
  boolean acknowledges() {
    return switch (outcome) {
      case STORED, QUEUED, ACCEPTED, CONFLICT -> true;
      case REFUSED, NONE, WRONG -> false;
    };
  }

  @Override
  public String toString() {
    return outcome + (status == 0 ? "" : " " + status) + id.map(given -> " " + given).orElse("");
  }
}
