package com.avonsolutions.local.overview;

import com.avonsolutions.aws.dynamodb.LeadItem;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.SpamVerdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A lead in the words of the overview. */
public record LeadSummary(Lead lead) {

  /** The retention matters for writing only. */
  private static final LeadItem ITEMS = new LeadItem(Duration.ZERO);

  /** The newest leads among a table's items, newest first. */
  static List<LeadSummary> newest(List<Map<String, AttributeValue>> items, int limit) {
    return items.stream()
        .flatMap(item -> read(item).stream())
        .sorted(Comparator.comparing(Lead::receivedAt).reversed())
        .limit(limit)
        .map(LeadSummary::new)
        .toList();
  }

  /** Empty for submission identities, and for items that another version of the code wrote. */
  private static Optional<Lead> read(Map<String, AttributeValue> item) {
    try {
      return Optional.of(ITEMS.read(item));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  public String name() {
    return lead.person().name().orElse("Without a name");
  }

  /** Numbers of India in two groups, e.g. {@code +91 98765 43210}. */
  public Optional<String> phone() {
    return lead.person()
        .phone()
        .map(phone -> phone.e164().replaceFirst("^\\+91(\\d{5})(\\d{5})$", "+91 $1 $2"));
  }

  public String state() {
    return switch (lead.state()) {
      case RECEIVED -> "To call";
      case QUARANTINED -> "In quarantine";
      case TEST -> "Test";
      case NO_ENQUIRY -> "No enquiry";
      case AWAITING_DETAILS -> "Awaiting details";
    };
  }

  /** E.g. {@code site, /contact}. */
  public String origin() {
    Origin origin = lead.origin();
    return Stream.of(
            Optional.of(origin.source()), origin.form().map(form -> "form " + form), origin.page())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** The codes of the spam filter's reasons; empty unless the lead is in quarantine. */
  public List<String> spamReasons() {
    return lead.spam().filter(SpamVerdict::quarantined).map(SpamVerdict::reasons).orElse(List.of());
  }
}
