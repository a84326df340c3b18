package com.avonsolutions.notices.mail;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.ChoiceStore;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.mail.Mail;
import com.avonsolutions.mail.MailAddress;
import com.avonsolutions.mail.MailException;
import com.avonsolutions.mail.MailSender;
import com.avonsolutions.notices.ChannelSender;
import com.avonsolutions.notices.Notice;
import com.avonsolutions.notices.Outcome;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells staff by mail, each address by a mail of its own. */
@Singleton
@Requires(property = "mail.from")
final class StaffMailSender implements ChannelSender {
  /**
   * When no answer came, the mail may have been sent. SES reports it within this time, and the
   * report ends the delivery.
   */
  private static final Duration REPORT = Duration.ofMinutes(2);

  private final MailSender mails;
  private final NoticeMail words;
  private final ChoiceStore choices;
  private final String ownDomain;
  private final Optional<String> replyTo;

  StaffMailSender(
      MailSender mails,
      NoticeMail words,
      ChoiceStore choices,
      @Value("${mail.from}") String from,
      @Value("${mail.reply.to:}") String replyTo) {
    this.mails = mails;
    this.words = words;
    this.choices = choices;
    this.ownDomain = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    this.replyTo = Optional.of(replyTo).filter(address -> !address.isEmpty());
  }

  @Override
  public boolean sends(ChannelKind kind) {
    return kind == ChannelKind.MAIL;
  }

  @Override
  public Outcome send(Channel channel, Delivery delivery, Notice notice) {
    Optional<String> to =
        channel.to().stream()
            .filter(address -> Delivery.recipient(address).equals(delivery.recipient()))
            .findFirst();
    if (to.isEmpty()) {
      return Outcome.cancelled("address-gone");
    }
    Optional<String> sendable = MailAddress.sendable(to.get());
    if (sendable.isEmpty()) {
      return Outcome.refused("ADDRESS");
    }
    if (choices.isSuppressed(sendable.get())) {
      return Outcome.skipped("suppressed");
    }
    try {
      return Outcome.delivered(
          "OK", Optional.of(mails.send(mail(sendable.get(), channel, notice))));
    } catch (MailException e) {
      return switch (e.reason()) {
        case UNKNOWN -> Outcome.retryAfter(e.code(), REPORT);
        case THROTTLED -> Outcome.rest(e.code(), Optional.empty());
        case ACCOUNT -> Outcome.misconfigured(e.code());
        case REFUSED -> Outcome.refused(e.code());
      };
    }
  }

  private Mail mail(String to, Channel channel, Notice notice) {
    NoticeMail.Words mail = words.of(notice, channel.details());
    return new Mail(
        to,
        notice.lead().flatMap(this::visitor).or(() -> replyTo),
        mail.subject(),
        mail.text(),
        mail.html(),
        Map.of(
            // RFC 3834: nobody's holiday message answers it.
            "Auto-Submitted", "auto-generated",
            "X-Auto-Response-Suppress", "All",
            // Mail programs show all mails about one lead together.
            "References", "<" + notice.subjectId().replace('#', '.') + "@" + ownDomain + ">"),
        Map.of("delivery", notice.deliveryId(), "kind", ChannelKind.MAIL.code()));
  }

  /** An answer goes to the person, unless mail cannot be sent there or would come back to us. */
  private Optional<String> visitor(Lead lead) {
    return lead.person()
        .email()
        .filter(email -> !email.domain().equals(ownDomain))
        .map(EmailAddress::text)
        .flatMap(MailAddress::sendable);
  }
}
