package com.avonsolutions.hooks.platform;

import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.PhoneAnswers;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.text.Unicode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maps the answers of a platform's form to a person and an enquiry. No visitor is there to correct
 * an error, so nothing is refused: an answer that does not fit its field, or a second answer to the
 * same field, is kept with the extra answers under the platform's name for it.
 */
public final class AnswerSheet {
  /** Platforms take longer names than our forms. */
  private static final int MAX_NAME_LENGTH = 150;

  private final Map<LeadField, String> known = new EnumMap<>(LeadField.class);
  private final List<Extra> extra = new ArrayList<>();
  private Optional<EmailAddress> email = Optional.empty();
  private final PhoneAnswers phones = new PhoneAnswers();
  private boolean doNotCall;

  /** An answer that has no field. */
  private record Extra(String question, String answer) {}

  /** Adds an answer to the field that the question asks for, or to the extra answers. */
  public AnswerSheet add(String question, String answer) {
    return add(LeadField.of(question), question, answer);
  }

  /** Adds an extra answer. */
  public AnswerSheet addExtra(String question, String answer) {
    return add(Optional.empty(), question, answer);
  }

  private AnswerSheet add(Optional<LeadField> field, String question, String answer) {
    String clean = clean(answer);
    if (clean.isEmpty()) {
      return this;
    }
    if (field.filter(LeadField.PHONE::equals).isPresent()) {
      phones.add(clean(question), clean);
      return this;
    }
    if (field.filter(LeadField.COUNTRY_CODE::equals).isPresent()) {
      phones.addCountryCode(clean(question), clean);
      return this;
    }
    if (field.isEmpty() || known.containsKey(field.get()) || !fits(field.get(), clean)) {
      extra.add(new Extra(clean(question), clean));
      return this;
    }
    known.put(field.get(), clean);
    return this;
  }

  /** Marks the person as being on a do-not-call list. */
  public AnswerSheet doNotCall() {
    doNotCall = true;
    return this;
  }

  public boolean isEmpty() {
    return known.isEmpty() && phones.isEmpty() && extra.isEmpty();
  }

  public Person person() {
    String parts =
        Stream.of(LeadField.GIVEN_NAME, LeadField.FAMILY_NAME)
            .filter(known::containsKey)
            .map(this::get)
            .map(Optional::orElseThrow)
            .collect(Collectors.joining(" "));
    PhoneAnswers.Choice numbers = phones.choose();
    return new Person(
        get(LeadField.NAME).or(() -> Optional.of(parts).filter(name -> !name.isEmpty())),
        email,
        numbers.phone(),
        numbers.other(),
        LeadField.plain(this::get),
        doNotCall);
  }

  /**
   * The person's enquiry.
   *
   * @param service the subject of the form
   */
  public Enquiry enquiry(Optional<Service> service) {
    ExtraAnswers all = new ExtraAnswers();
    PhoneAnswers.Choice numbers = phones.choose();
    numbers
        .question()
        .filter(question -> numbers.phone().isEmpty())
        .ifPresent(question -> all.add(question, numbers.unusable()));
    numbers.more().forEach(all::add);
    extra.forEach(answer -> all.add(answer.question(), answer.answer()));
    return new Enquiry(service, get(LeadField.MESSAGE), all.build());
  }

  private Optional<String> get(LeadField field) {
    return Optional.ofNullable(known.get(field));
  }

  private boolean fits(LeadField field, String answer) {
    return switch (field) {
      case NAME, GIVEN_NAME, FAMILY_NAME -> isLine(answer, MAX_NAME_LENGTH);
      case EMAIL -> {
        email = EmailAddress.read(answer);
        yield email.isPresent();
      }
      case MESSAGE -> answer.length() <= field.maxLength();
      default -> isLine(answer, field.maxLength());
    };
  }

  private static boolean isLine(String answer, int maxLength) {
    return answer.length() <= maxLength && answer.indexOf('\n') < 0;
  }

  private static String clean(String text) {
    return Unicode.printable(text).strip();
  }
}
