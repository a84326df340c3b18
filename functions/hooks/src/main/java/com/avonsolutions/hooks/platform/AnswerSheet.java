package com.avonsolutions.hooks.platform;

import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.PhoneAnswers;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.text.json.JsonReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Below a long name each text would cost its length. */
  private static final int MAX_PATH_LENGTH = 500;

  /** What systems call the question and the answer of a pair. */
  private static final List<String> LABELS = List.of("label", "question", "title", "name", "key");

  private static final List<String> VALUES = List.of("value", "values", "answer", "answers");

  /** Objects with names of their own. */
  private static final Set<String> NOT_PERSONS =
      Set.of("form", "page", "site", "campaign", "adset", "ad", "source", "product", "owner");

  private final Map<String, Question> questions = new HashMap<>();
  private final Map<LeadField, String> known = new EnumMap<>(LeadField.class);
  private final List<Extra> extra = new ArrayList<>();
  private Optional<EmailAddress> email = Optional.empty();
  private final PhoneAnswers phones = new PhoneAnswers();
  private boolean doNotCall;

  /** A question as it is kept, and the field that it asks for. */
  private record Question(String text, Optional<LeadField> field) {}

  /** An answer that has no field. */
  private record Extra(String question, String answer) {}

  /** Adds an answer to the field that the question asks for, or to the extra answers. */
  public AnswerSheet add(String question, String answer) {
    // Some platforms repeat a question for each of its answers.
    Question asked =
        questions.computeIfAbsent(question, text -> new Question(clean(text), LeadField.of(text)));
    return add(asked.field(), asked.text(), answer);
  }

  /** Adds several answers to one question. */
  public AnswerSheet addEach(String question, Stream<String> answers) {
    addTexts(question, LeadField.of(question), answers);
    return this;
  }

  /**
   * Adds every answer of a message, whatever its shape. A question is known by the last part of its
   * path, {@code contact.email} as {@code email}, and pairs of a label and a value are questions
   * with their answers. What stands higher up comes first.
   */
  public AnswerSheet addAll(JsonReader message) {
    addObject("", message, true);
    return this;
  }

  /**
   * Adds the texts of an object and then those inside it.
   *
   * @param ofPerson whether a name in it is the person's, and not that of a form or a campaign
   */
  private void addObject(String prefix, JsonReader object, boolean ofPerson) {
    Optional<String> label =
        LABELS.stream().flatMap(name -> object.text(name).stream()).findFirst();
    Optional<String> value = VALUES.stream().filter(object.names()::contains).findFirst();
    if (!prefix.isEmpty() && label.isPresent() && value.isPresent()) {
      addTexts(label.get(), LeadField.of(label.get()), object.texts(value.get()).stream());
      String path = Unicode.cut(label.get(), MAX_PATH_LENGTH) + '.';
      object.objects(value.get()).forEach(inner -> addObject(path, inner, ofPerson));
      return;
    }
    for (String name : object.names()) {
      Optional<LeadField> field =
          LeadField.of(name).filter(known -> ofPerson || known != LeadField.NAME);
      addTexts(prefix + name, field, object.texts(name).stream());
    }
    for (String name : object.names()) {
      boolean person = ofPerson && !NOT_PERSONS.contains(LeadField.key(name));
      String path = Unicode.cut(prefix + name, MAX_PATH_LENGTH) + '.';
      object.objects(name).forEach(inner -> addObject(path, inner, person));
    }
  }

  private void addTexts(String path, Optional<LeadField> field, Stream<String> answers) {
    String question = clean(Unicode.cut(path, MAX_PATH_LENGTH));
    answers.forEach(answer -> add(field, question, answer));
  }

  /** Adds an extra answer. */
  public AnswerSheet addExtra(String question, String answer) {
    return add(Optional.empty(), clean(question), answer);
  }

  private AnswerSheet add(Optional<LeadField> field, String question, String answer) {
    String clean = clean(answer);
    if (clean.isEmpty()) {
      return this;
    }
    if (field.filter(LeadField.PHONE::equals).isPresent()) {
      phones.add(question, clean);
      return this;
    }
    if (field.filter(LeadField.COUNTRY_CODE::equals).isPresent()) {
      phones.addCountryCode(question, clean);
      return this;
    }
    if (field.isEmpty() || known.containsKey(field.get()) || !fits(field.get(), clean)) {
      extra.add(new Extra(question, clean));
      return this;
    }
    known.put(field.get(), clean);
    if (field.get() == LeadField.EMAIL && EmailAddress.isSeveral(clean)) {
      extra.add(new Extra(question, clean));
    }
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
