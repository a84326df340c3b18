package com.avonsolutions.deliveries;

import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.lead.Lead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somewhere that notices are sent to.
 *
 * @param name see {@link #isName}
 * @param to the addresses of a mail channel, each of which gets a mail of its own
 * @param url of a channel that is an HTTP endpoint: the address, or the name of the secret that
 *     holds it, where whoever knows the address may post
 * @param secret the name of the secret that signs webhooks
 * @param events that the channel is told of
 * @param sources of the leads that it is told of; empty means all
 * @param forms of the leads that it is told of; empty means all
 * @param fields the fields of a lead that it gets; empty means all
 * @param purpose a lead whose person refused it is not sent
 * @param quiet when it is not disturbed; what comes then is told when the quiet hours end
 * @param released whether it is told of leads that staff release from quarantine
 * @param details whether mail and chat show the lead itself, and not its code alone
 */
public record Channel(
    String name,
    ChannelKind kind,
    List<String> to,
    Optional<String> url,
    Optional<String> secret,
    Set<NoticeEvent> events,
    Set<String> sources,
    Set<String> forms,
    Set<String> fields,
    Optional<Purpose> purpose,
    Optional<QuietHours> quiet,
    boolean released,
    boolean details) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public Channel {
    to = List.copyOf(to);
    events = Set.copyOf(events);
    sources = Set.copyOf(sources);
    forms = Set.copyOf(forms);
    fields = Set.copyOf(fields);
  }

  /** A mail channel that is told of everything, with all details. */
  public static Channel mail(String name, List<String> to) {
    return new Channel(
        name,
        ChannelKind.MAIL,
        to,
        Optional.empty(),
        Optional.empty(),
        Set.of(NoticeEvent.values()),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        true,
        true);
  }

  /** Whether a text is 1 to 40 of a-z, 0-9 and hyphens and does not start with a hyphen. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** What tells the receivers of one notice apart: a hash for each address of a mail channel. */
  public List<String> recipients() {
    return kind == ChannelKind.MAIL
        ? to.stream().map(Delivery::recipient).distinct().toList()
        : List.of(Delivery.ONLY);
  }

  /**
   * Whether the channel is told of this lead.
   *
   * @param wasReleased whether staff have just released it from quarantine
   */
  public boolean wants(NoticeEvent event, Lead lead, boolean wasReleased) {
    return events.contains(event)
        && (sources.isEmpty() || sources.contains(lead.origin().source()))
        && (forms.isEmpty() || lead.origin().form().filter(forms::contains).isPresent())
        && (released || !wasReleased);
  }

  /** Whether the person refused what the channel uses a lead for. */
  public boolean isRefusedBy(Lead lead) {
    return purpose.filter(lead.consent().refused()::contains).isPresent();
  }
}
