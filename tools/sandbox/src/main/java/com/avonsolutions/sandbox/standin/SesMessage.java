package com.avonsolutions.sandbox.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request of SendEmail that keeps the limits of SES, and the message that SES makes of it. */
record SesMessage(
    String from,
    List<String> to,
    List<String> replyTo,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Map<String, String> tags,
    String configurationSet) {

  /** The request breaks a limit of SES. */
  static final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }

  private static final int MAX_RECIPIENTS = 50;

  // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html
  private static final Predicate<String> HEADER_NAME =
      Pattern.compile("[!-9;-@A-~]{1,126}").asMatchPredicate();
  private static final Predicate<String> HEADER_VALUE =
      Pattern.compile("[ -~]{1,870}").asMatchPredicate();

  private static final Predicate<String> TAG =
      Pattern.compile("[A-Za-z0-9_-]{1,256}").asMatchPredicate();
  private static final Predicate<String> ASCII = Pattern.compile("[!-~]+").asMatchPredicate();

  static SesMessage read(Map<String, Object> request) throws BadRequest {
    Map<?, ?> destination = object(request.get("Destination"), "Destination");
    List<String> to = new ArrayList<>();
    for (String kind : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
      to.addAll(texts(destination.get(kind)));
    }
    if (to.isEmpty() || to.size() > MAX_RECIPIENTS) {
      throw new BadRequest("There must be 1 to 50 recipients.");
    }
    Map<?, ?> simple = object(object(request.get("Content"), "Content").get("Simple"), "Simple");
    Map<?, ?> body = object(simple.get("Body"), "Body");
    SesMessage message =
        new SesMessage(
            text(request.get("FromEmailAddress"), "FromEmailAddress"),
            to,
            texts(request.get("ReplyToAddresses")),
            data(simple.get("Subject"), "Subject"),
            data(body.get("Text"), "Text"),
            data(body.get("Html"), "Html"),
            pairs(simple.get("Headers"), HEADER_NAME, HEADER_VALUE),
            pairs(request.get("EmailTags"), TAG, TAG),
            Optional.ofNullable(request.get("ConfigurationSetName"))
                .map(String::valueOf)
                .orElse(""));
    for (String address : message.addresses()) {
      checked(address);
    }
    return message;
  }

  private List<String> addresses() {
    List<String> all = new ArrayList<>(to);
    all.addAll(replyTo);
    all.add(from);
    return all;
  }

  private static InternetAddress checked(String address) throws BadRequest {
    try {
      InternetAddress[] parsed = InternetAddress.parse(address, true);
      if (parsed.length == 1 && ASCII.test(parsed[0].getAddress())) {
        return parsed[0];
      }
    } catch (AddressException e) {
      // As below.
    }
    throw new BadRequest("An address is missing, malformed or not in ASCII.");
  }

  String fromDomain() {
    try {
      String address = checked(from).getAddress();
      return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    } catch (BadRequest e) {
      return "";
    }
  }

  private static Map<?, ?> object(@Nullable Object value, String name) throws BadRequest {
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    throw new BadRequest(name + " is missing.");
  }

  private static String data(@Nullable Object content, String name) throws BadRequest {
    return text(object(content, name).get("Data"), name);
  }

  private static String text(@Nullable Object value, String name) throws BadRequest {
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new BadRequest(name + " is missing.");
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }

  private static Map<String, String> pairs(
      @Nullable Object list, Predicate<String> names, Predicate<String> values) throws BadRequest {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Object item : list instanceof List<?> items ? items : List.of()) {
      Map<?, ?> pair = object(item, "A header or tag");
      String name = text(pair.get("Name"), "Name");
      String value = text(pair.get("Value"), "Value");
      if (!names.test(name) || !values.test(value)) {
        throw new BadRequest("A header or tag has a character that is not allowed.");
      }
      pairs.put(name, value);
    }
    return pairs;
  }

  /** The message as receivers get it. */
  SentMail sent(String id, Instant at) {
    return new SentMail(
        id, at, from, to, replyTo, subject, text, html, headers, tags, source(id, at));
  }

  private byte[] source(String id, Instant at) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
              setHeader("Message-ID", "<" + id + "@email.amazonses.com>");
            }
          };
      message.setFrom(checked(from));
      message.setRecipients(Message.RecipientType.TO, String.join(",", to));
      if (!replyTo.isEmpty()) {
        message.setReplyTo(InternetAddress.parse(String.join(",", replyTo)));
      }
      message.setSubject(subject, UTF_8.name());
      message.setSentDate(Date.from(at));
      for (Map.Entry<String, String> header : headers.entrySet()) {
        message.setHeader(header.getKey(), header.getValue());
      }
      MimeMultipart alternatives = new MimeMultipart("alternative");
      alternatives.addBodyPart(part(text, "plain"));
      alternatives.addBodyPart(part(html, "html"));
      message.setContent(alternatives);
      message.saveChanges();
      ByteArrayOutputStream source = new ByteArrayOutputStream();
      message.writeTo(source);
      return source.toByteArray();
    } catch (MessagingException | BadRequest e) {
      throw new IllegalStateException("The addresses were checked", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8.name(), subtype);
    return part;
  }
}
