package com.avonsolutions.contact.spam;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises what somebody asks an agency to do for them. Lenders, distillers and casinos need
 * websites too: what they sell then is their trade and not their spam.
 */
final class Requests {
  private static final int OF_A_SERVICE = 60;
  private static final int OF_AN_ANSWER = 40;

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?।\\n])\\s+|\\n");

  /** How somebody says in English what they want; the service comes after it. */
  private static final Set<String> WANTS =
      words("need needs want wants require requires looking seeking searching outsource");

  /** What somebody else is asked to do, unless "we" or "I" stands before it. */
  private static final Set<String> TASKS =
      words("help improve grow increase promote redo redesign rebuild");

  /** The same in Hindi, where the service comes before it. */
  private static final Set<String> WANTS_AFTER =
      words(
          "chahiye chahie chaiye chahte chahta chahti banwana banwani banvana banvani banana"
              + " karwana karwani karvana karvani karana karani chalana chalane chalwana lagwana"
              + " chahie bechna चाहिए चाहिये बनवाना बनवानी बनवाने करवाना करवानी कराना करानी चलाना"
              + " चलाने चाहते चाहता चाहती बेचना");

  private static final Set<String> SERVICES =
      words(
          "website websites site seo smo ppc ads ad adwords advertising marketing lead leads"
              + " branding logo campaign campaigns reels instagram facebook google youtube linkedin"
              + " whatsapp social content design catalogue catalog landing page app ranking"
              + " promotion influencer influencers creators pr tracking analytics booking bookings"
              + " enquiries inquiries customers clients students patients guests buyers walkins"
              + " visibility backlinks backlink link guest posts articles reseller agency proposal"
              + " portal store maps reviews acquisition installs pamphlet brochure labels copy online"
              + " video videos photos package rates quotation grahak dukaan dukan shop वेबसाइट साइट"
              + " फेसबुक गूगल विज्ञापन मार्केटिंग ग्राहक प्रचार लीड लीड्स दुकान इंस्टाग्राम");

  /** A sentence with one of these after "your" speaks of the reader's business. */
  private static final Set<String> OF_THE_READER =
      words(
          "website websites site sites blog business businesses company brand store ranking rankings"
              + " traffic sales customers leads audience readers page homepage listing profile domain"
              + " competitors visitors revenue clients account wallet wealth money number photo"
              + " hosting order orders city area instagram video videos channel articles needs"
              + " investment loan project");

  private static final Set<String> FOR_THE_READER =
      words("need want require like interested looking");

  /** How somebody speaks who wants links for a site of their own. */
  private static final Set<String> OUR_OWN =
      words("our us my mine outsource hamari hamare humari humare meri mere हमारी हमारे मेरी मेरे");

  private final Phrases questions = Phrases.load("requests.txt");

  Requests() {}

  /**
   * The points that a text is forgiven.
   *
   * @param points up to the threshold; 0 for a text that asks for nothing an agency does
   * @param forOwnSite whether links are forgiven too, because they are for the sender's site and
   *     not for the reader's
   */
  record Request(int points, boolean forOwnSite) {}

  Request read(String text) {
    int points = 0;
    boolean own = false;
    boolean theirs = false;
    for (String sentence : SENTENCES.split(text, -1)) {
      String[] words = Words.of(sentence);
      boolean ours = Stream.of(words).anyMatch(OUR_OWN::contains);
      own |= ours;
      if (speaksOfTheReader(words)) {
        theirs = true;
      } else if (ours || !offersByAsking(words, sentence)) {
        points += wantsService(words) ? OF_A_SERVICE : 0;
        points += Math.min(questions.points(words).getOrDefault("QUESTION", 0), OF_AN_ANSWER);
      }
    }
    return new Request(Math.min(points, SpamScore.THRESHOLD), own && !theirs);
  }

  private static boolean speaksOfTheReader(String[] words) {
    for (int at = 1; at < words.length; at++) {
      if (words[at].equals("yours")) {
        return true;
      }
      if (words[at - 1].equals("you") && words[at].matches("sell|accept|publish")) {
        return true;
      }
      boolean yours =
          words[at - 1].equals("your")
              && (OF_THE_READER.contains(words[at])
                  || (at + 1 < words.length && OF_THE_READER.contains(words[at + 1])));
      if (yours || (words[at - 1].equals("you") && FOR_THE_READER.contains(words[at]))) {
        return true;
      }
    }
    return false;
  }

  /** Such as "Need more leads?". Who needs them does not ask. */
  private static boolean offersByAsking(String[] words, String sentence) {
    return sentence.strip().endsWith("?")
        && (WANTS.contains(words[0])
            || (words.length > 1 && words[0].matches("are|do") && words[1].equals("you"))
            || WANTS_AFTER.contains(words[words.length - 1]));
  }

  private static boolean wantsService(String[] words) {
    boolean wanted = false;
    boolean service = false;
    boolean ourselves = false;
    for (int at = 0; at < words.length; at++) {
      String word = words[at];
      boolean open = at + 1 < words.length && words[at + 1].matches("to|toh|तो");
      ourselves |= word.equals("we") || word.equals("i");
      wanted |= WANTS.contains(word) || (!ourselves && TASKS.contains(word));
      service |= SERVICES.contains(word);
      if ((wanted && SERVICES.contains(word)) || (service && WANTS_AFTER.contains(word) && !open)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ", -1)));
  }
}
