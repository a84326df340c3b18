package com.avonsolutions.mail.ses;

import com.avonsolutions.mail.HeaderText;
import com.avonsolutions.mail.Mail;
import com.avonsolutions.mail.MailException;
import com.avonsolutions.mail.MailException.Reason;
import com.avonsolutions.mail.MailSender;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends mail by Amazon SES, as structured content: SES builds the message, so no header is put
 * together from texts of others.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 */
@Singleton
@Requires(property = "mail.from")
final class SesMailSender implements MailSender {
  private static final String CHARSET = "UTF-8";

  private static final Set<String> THROTTLED =
      Set.of("TooManyRequestsException", "LimitExceededException", "ThrottlingException");

  private static final Set<String> ACCOUNT =
      Set.of(
          "MailFromDomainNotVerifiedException",
          "AccountSuspendedException",
          "SendingPausedException",
          "NotFoundException",
          "AccessDeniedException");

  private static final Set<String> REFUSED = Set.of("MessageRejected", "BadRequestException");

  private final SesV2Client client;
  private final String from;
  private final String configurationSet;

  /**
   * Creates a sender.
   *
   * @param address that all mail comes from
   * @param name shown before it
   * @param configurationSet decides which events SES reports; empty for none
   */
  SesMailSender(
      SesV2Client client,
      @Value("${mail.from}") String address,
      @Value("${mail.from.name:}") String name,
      @Value("${mail.configuration.set:}") String configurationSet) {
    this.client = client;
    this.from = (HeaderText.name(name) + " <" + address + ">").strip();
    this.configurationSet = configurationSet;
  }

  @Override
  public String send(Mail mail) {
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress(from)
            .destination(to -> to.toAddresses(mail.to()))
            .content(
                content ->
                    content.simple(
                        message ->
                            message
                                .subject(text(HeaderText.subject(mail.subject())))
                                .body(body -> body.text(text(mail.text())).html(text(mail.html())))
                                .headers(headers(mail.headers()))))
            .emailTags(tags(mail.tags()));
    mail.replyTo().ifPresent(request::replyToAddresses);
    if (!configurationSet.isEmpty()) {
      request.configurationSetName(configurationSet);
    }
    try {
      return client.sendEmail(request.build()).messageId();
    } catch (AwsServiceException e) {
      String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
      throw new MailException(reason(code, e.statusCode()), code, e);
    } catch (SdkException e) {
      throw new MailException(Reason.UNKNOWN, "NoAnswer", e);
    }
  }

  private static Reason reason(String code, int status) {
    if (THROTTLED.contains(code) || status == 429) {
      return Reason.THROTTLED;
    }
    if (ACCOUNT.contains(code) || status == 403) {
      return Reason.ACCOUNT;
    }
    return REFUSED.contains(code) ? Reason.REFUSED : Reason.UNKNOWN;
  }

  private static Content text(String text) {
    return Content.builder().data(text).charset(CHARSET).build();
  }

  private static List<MessageHeader> headers(Map<String, String> headers) {
    return new TreeMap<>(headers)
        .entrySet().stream()
            .map(header -> MessageHeader.builder().name(header.getKey()).value(header.getValue()))
            .map(MessageHeader.Builder::build)
            .toList();
  }

  private static List<MessageTag> tags(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
            .toList();
  }
}
