package com.avonsolutions.faq;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.domain.vote.Vote;
import com.avonsolutions.domain.vote.VoteStore;
import com.avonsolutions.text.Sha256;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.http.FloodLimit;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Accepts votes on answers. The form's token is random and lasts as long as the page, or the tab
 * with JavaScript. Only its hash with entry and question is stored, so that votes of one visitor
 * cannot be linked.
 */
@Singleton
final class VoteIntake {
  private static final Set<String> FIELDS = Set.of("helpful", "token", "q");

  /** Of one network in ten minutes and one instance. */
  private static final int MAX_FROM_NETWORK = 100;

  private final FaqCache faqs;
  private final VoteStore votes;
  private final FloodLimit limit;

  VoteIntake(FaqCache faqs, VoteStore votes, Clock clock) {
    this.faqs = faqs;
    this.votes = votes;
    this.limit = new FloodLimit(MAX_FROM_NETWORK, clock);
  }

  /**
   * Stores a vote. It is idempotent: a second vote with the same token replaces the first.
   *
   * @throws HttpException 404 if there is no such entry, 429 when the client's network sends too
   *     many
   * @throws InvalidSubmissionException if the vote is not yes or no, or the token is malformed
   */
  Vote accept(Request request) {
    limit.count(request);
    FaqEntry entry =
        faqs.edition().entry(request.pathParameter("slug")).orElseThrow(HttpException::notFound);
    Fields fields = FormReader.read(request, FIELDS);
    boolean helpful =
        switch (fields.typed("helpful")) {
          case "yes" -> true;
          case "no" -> false;
          default -> throw invalid("helpful", "Say yes or no.");
        };
    String token = fields.typed("token");
    if (!PlainText.isKey(token)) {
      throw invalid("token", "Open the page again and vote there.");
    }
    String question = RedactedQuestion.of(fields.typed("q")).text();
    String voter = Sha256.hex(String.join("\n", entry.slug(), question, token));
    Vote vote = new Vote(entry.slug(), question, voter, helpful);
    votes.put(vote);
    return vote;
  }

  private static InvalidSubmissionException invalid(String field, String message) {
    return new InvalidSubmissionException(List.of(new Violation(field, message)));
  }
}
