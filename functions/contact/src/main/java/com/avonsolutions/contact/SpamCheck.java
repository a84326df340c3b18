package com.avonsolutions.contact;

import com.avonsolutions.contact.check.CheckedSubmission;
import com.avonsolutions.contact.check.OutsideCheck;
import com.avonsolutions.contact.spam.Circumstances;
import com.avonsolutions.contact.spam.FormStamp;
import com.avonsolutions.contact.spam.HeaderShape;
import com.avonsolutions.contact.spam.SpamFilter;
import com.avonsolutions.contact.spam.SpamScore;
import com.avonsolutions.contact.spam.SubmittedText;
import com.avonsolutions.contact.spam.Traffic;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.page.Site;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges submissions for spam: docs/spam.md. */
@Singleton
final class SpamCheck {
  /** The hidden field that says when the form was shown, see {@link FormStamp}. */
  static final String STAMP = "formStamp";

  private final SpamFilter filter;
  private final Traffic traffic;
  private final FormStamp stamps;
  private final List<OutsideCheck> outside;
  private final Site site;

  SpamCheck(
      SpamFilter filter, Traffic traffic, FormStamp stamps, List<OutsideCheck> outside, Site site) {
    this.site = site;
    this.filter = filter;
    this.traffic = traffic;
    this.stamps = stamps;
    this.outside = List.copyOf(outside);
  }

  /** Counts a request before its body is read, whatever is in it. */
  Arrival arrive(Request request) {
    return new Arrival(request, traffic.arrive(request.clientAddress()));
  }

  /**
   * Judges a submission.
   *
   * @param fields as they were sent
   * @param origins of the other sites with this form
   */
  SpamVerdict judge(Arrival from, Fields fields, LeadRequest lead, Set<String> origins) {
    Request request = from.request();
    Traffic.Counts counts = traffic.count(lead.form().orElse(request.routeKey()), lead.message());
    FormStamp.Reading stamp = stamps.read(fields.text(STAMP).orElse(""));
    SpamScore score =
        filter.weigh(
            new SubmittedText(
                lead.name(),
                lead.email(),
                String.join("\n", lead.texts().values()),
                lead.message(),
                List.copyOf(lead.more().values())),
            new Circumstances(
                !lead.honeypot().isEmpty(),
                stamp.forged(),
                stamp.age(),
                HeaderShape.points(request.headers(), isFromBrowser(request)),
                from.fromAddress().count(),
                counts.ofForm(),
                counts.sameText()));
    int points = score.total();
    List<String> reasons = new ArrayList<>(score.codes());
    // What our own rules call spam is not sent to outside services.
    if (!score.isSpam()) {
      CheckedSubmission asked =
          new CheckedSubmission(
              request,
              fields,
              ownAnd(origins),
              lead.name(),
              lead.email(),
              lead.message(),
              lead.page().orElse(""));
      for (OutsideCheck check : outside) {
        OutsideCheck.Opinion opinion = check.ask(asked).orElse(null);
        if (opinion != null) {
          points += opinion.points();
          reasons.add(
              opinion.points() == 0 ? opinion.code() : opinion.code() + ':' + opinion.points());
        }
      }
    }
    return new SpamVerdict(points >= SpamScore.THRESHOLD, points, reasons);
  }

  /** Of all pages that may show the form. Behind a proxy, Host is not the host of ours. */
  private Set<String> ownAnd(Set<String> origins) {
    Set<String> all = new TreeSet<>(origins);
    site.url().ifPresent(all::add);
    return all;
  }

  /** Whether a browser sent it: as a form, or by a script on a page. */
  private static boolean isFromBrowser(Request request) {
    return request.wantsPage() || request.header("origin").isPresent();
  }
}
