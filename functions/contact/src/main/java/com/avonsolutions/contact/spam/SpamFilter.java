package com.avonsolutions.contact.spam;

import static com.avonsolutions.contact.spam.SpamReason.ADDRESS_BURST;
import static com.avonsolutions.contact.spam.SpamReason.DISPOSABLE_MAIL;
import static com.avonsolutions.contact.spam.SpamReason.FORM_BURST;
import static com.avonsolutions.contact.spam.SpamReason.GIBBERISH;
import static com.avonsolutions.contact.spam.SpamReason.HEADERS;
import static com.avonsolutions.contact.spam.SpamReason.HONEYPOT;
import static com.avonsolutions.contact.spam.SpamReason.LINKS;
import static com.avonsolutions.contact.spam.SpamReason.NO_WORDS;
import static com.avonsolutions.contact.spam.SpamReason.REPEATED;
import static com.avonsolutions.contact.spam.SpamReason.SCRIPT;
import static com.avonsolutions.contact.spam.SpamReason.STAMP;
import static com.avonsolutions.contact.spam.SpamReason.TOO_QUICK;
import static com.avonsolutions.contact.spam.SpamReason.WORDING;

import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Scores a submission. Each rule gives at most {@link SpamScore#THRESHOLD} points. No language, no
 * e-mail address and no burst of submissions reaches the threshold alone. What somebody asks an
 * agency for takes points from the phrases of sellers and from links, but not from phishing.
 */
@Singleton
public final class SpamFilter {
  private static final Duration ROBOT_PACE = Duration.ofSeconds(2);
  private static final Duration HASTY_PACE = Duration.ofSeconds(4);

  private final Phrases phrases = Phrases.load("phrases.txt");
  private final Requests requests = new Requests();
  private final Wording wording = Wording.load();
  private final Gibberish gibberish = Gibberish.load();
  private final DisposableDomains disposable = DisposableDomains.load();

  /** Scores the text and the circumstances of a submission. */
  public SpamScore weigh(SubmittedText text, Circumstances how) {
    SpamScore.Builder score = new SpamScore.Builder();
    String language = text.language();
    score.add(HONEYPOT, how.honeypotFilled() ? trap(how) : 0);
    score.add(TOO_QUICK, how.filledIn().map(SpamFilter::haste).orElse(0));
    score.add(STAMP, how.stampForged() ? 30 : 0);
    score.add(HEADERS, how.headerPoints());
    Requests.Request request = requests.read(text.words());
    score.add(LINKS, Links.points(text, request.points()));
    score.add(SCRIPT, ForeignScripts.points(language));
    score.add(GIBBERISH, gibberish.points(language));
    score.add(DISPOSABLE_MAIL, disposable.contain(text.email()) ? 50 : 0);
    score.add(WORDING, wording.points(language) - request.points());
    score.add(NO_WORDS, NoWords.points(text));
    phrases
        .points(Words.of(text.words()))
        .forEach(
            (section, points) -> weighPhrases(SpamReason.valueOf(section), points, request, score));
    weighTraffic(how, score);
    return score.build();
  }

  private static void weighPhrases(
      SpamReason reason, int points, Requests.Request request, SpamScore.Builder score) {
    boolean forgiven =
        switch (reason) {
          case PHISHING -> false;
          case LINK_TRADE -> request.forOwnSite();
          default -> true;
        };
    score.add(reason, forgiven ? points - request.points() : points);
  }

  /** A form filler of a person fills in what the person does not see. */
  private static int trap(Circumstances how) {
    boolean likeAPerson =
        how.filledIn().filter(time -> haste(time) == 0).isPresent()
            && !how.stampForged()
            && how.headerPoints() == 0;
    return likeAPerson ? 60 : 100;
  }

  private static int haste(Duration filledIn) {
    if (filledIn.compareTo(ROBOT_PACE) < 0) {
      return 60;
    }
    return filledIn.compareTo(HASTY_PACE) < 0 ? 30 : 0;
  }

  /**
   * Only the first count that applies gives points. The counts rise together for an honest campaign
   * too: its form contains a default text, and a mobile carrier gives hundreds of phones one
   * address.
   */
  private static void weighTraffic(Circumstances how, SpamScore.Builder score) {
    int repeated = how.sameText() >= 6 ? 60 : how.sameText() >= 3 ? 40 : 0;
    int fromAddress = how.fromAddress() >= 60 ? 40 : how.fromAddress() >= 20 ? 20 : 0;
    int ofForm = how.ofForm() >= 200 ? 20 : 0;
    if (repeated > 0) {
      score.add(REPEATED, repeated);
    } else if (fromAddress > 0) {
      score.add(ADDRESS_BURST, fromAddress);
    } else {
      score.add(FORM_BURST, ofForm);
    }
  }
}
