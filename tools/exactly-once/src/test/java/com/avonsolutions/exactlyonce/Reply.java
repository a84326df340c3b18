package com.avonsolutions.exactlyonce;

import com.avonsolutions.sandbox.event.Answer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reply to an attempt.
 *
 * @param id of the lead, if the reply contains it
 * @param formKey of the form on the page that came back
 */
record Reply(Outcome outcome, int status, Optional<String> id, Optional<String> formKey) {

  /** The outcome that a reply reports. */
  enum Outcome {
    /** In the table. */
    STORED,
    /** In the queue. */
    QUEUED,
    /** In the table or in the queue: platforms and other sites do not learn which. */
    ACCEPTED,
    /** Stored as a conflict, because the key belongs to other content. */
    CONFLICT,
    /** Refused, to be retried. */
    REFUSED,
    /** The function crashed. */
    NONE,
    /** A reply that no request should ever get. */
    WRONG
  }

  static final Reply NONE = new Reply(Outcome.NONE, 0, Optional.empty(), Optional.empty());

  private static final Pattern FORM_KEY =
      Pattern.compile("name=\"submissionKey\" value=\"([^\"]*)\"");

  static Reply of(Answer answer, Route route) {
    return switch (answer.status()) {
      case 200 -> reply(route.isPlatform() ? Outcome.ACCEPTED : Outcome.WRONG, answer);
      case 201 -> reply(Outcome.STORED, answer);
      case 202 -> reply(Outcome.QUEUED, answer);
      case 303 -> reply(byLocation(answer.header("location").orElse("")), answer);
      case 422 ->
          reply(
              answer.text().contains("Idempotency-Key") ? Outcome.CONFLICT : Outcome.WRONG, answer);
      case 503 -> reply(Outcome.REFUSED, answer);
      default -> reply(Outcome.WRONG, answer);
    };
  }

  private static Outcome byLocation(String location) {
    return switch (location) {
      case "/contact/thanks" -> Outcome.STORED;
      case "/contact/thanks?status=queued" -> Outcome.QUEUED;
      case "https://offers.example.com/thanks" -> Outcome.ACCEPTED;
      default -> Outcome.WRONG;
    };
  }

  private static Reply reply(Outcome outcome, Answer answer) {
    Optional<String> id =
        answer.status() == 201 || answer.status() == 202
            ? Optional.of(String.valueOf(answer.json().get("id")))
            : Optional.empty();
    Matcher page = FORM_KEY.matcher(answer.status() == 503 ? answer.text() : "");
    Optional<String> formKey =
        page.find() ? Optional.of(page.group(1)).filter(key -> !key.isEmpty()) : Optional.empty();
    return new Reply(outcome, answer.status(), id, formKey);
  }

  /** Whether the sender may stop retrying. */
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
