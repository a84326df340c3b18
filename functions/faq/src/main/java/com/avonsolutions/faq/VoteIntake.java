package com.avonsolutions.faq;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.domain.vote.Vote;
import com.avonsolutions.domain.vote.VoteStore;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Takes what a visitor says of an answer. The form's token is random and lives as long as the page,
 * or the tab with JavaScript; only a hash of it is kept, another one for every entry and question.
 */
@Singleton
final class VoteIntake {
  private static final Set<String> KNOWN = Set.of("helpful", "token", "q");

  private final FaqCache desk;
  private final VoteStore votes;

  VoteIntake(FaqCache desk, VoteStore votes) {
    this.desk = desk;
    this.votes = votes;
  }

  /**
   * Stores a vote once, however often it arrives; another one of the same form replaces it.
   *
   * @throws HttpException 404 when there is no such entry
   * @throws InvalidSubmissionException when the form does not say what it has to
   */
  Vote accept(Request request) {
    FaqEntry entry =
        desk.published().entry(request.pathParameter("slug")).orElseThrow(HttpException::notFound);
    Fields fields = FormReader.read(request, KNOWN);
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
    String question = QuestionShape.of(fields.typed("q")).text();
    String voter = SubmissionIdentity.sha256(String.join("\n", entry.slug(), question, token));
    Vote vote = new Vote(entry.slug(), question, voter, helpful);
    votes.put(vote);
    return vote;
  }

  private static InvalidSubmissionException invalid(String field, String message) {
    return new InvalidSubmissionException(List.of(new Violation(field, message)));
  }
}
