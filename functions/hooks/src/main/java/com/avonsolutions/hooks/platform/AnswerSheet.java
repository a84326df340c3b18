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
import java.util.LinkedHashSet;
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

  /** What systems call the question and the answer of a pair, the best name first. */
  private static final List<String> LABELS =
      List.of("label", "question", "title", "name", "field", "text", "key", "id");

  private static final List<String> VALUES = List.of("value", "values", "answer", "answers");

  /** What form builders write beside a pair about the field, and not about the person. */
  private static final Set<String> OF_A_PAIR =
      Set.of("id", "key", "ref", "type", "required", "rawvalue", "order", "index", "options");

  /** Objects with names of their own. */
  private static final Set<String> NOT_PERSONS =
      Set.of("form", "page", "site", "campaign", "adset", "ad", "source", "product");

  /** Those who work on the lead, with names, numbers and addresses of their own. */
  private static final Set<String> STAFF =
      Set.of("owner", "assignee", "assignedto", "agent", "salesperson", "createdby", "updatedby");

  /** Where a form keeps its answers; a name beside them is the form's. */
  private static final List<String> CONTAINERS = List.of("data", "fields", "answers", "responses");

  private static final Optional<LeadField> PHONE = Optional.of(LeadField.PHONE);
  private static final Set<LeadField> REACH = Set.of(LeadField.PHONE, LeadField.EMAIL);

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
    addMembers("", message, message.names(), Whose.PERSON);
    return this;
  }

  /** The same for some members of a message. */
  public AnswerSheet addAll(JsonReader message, Set<String> names) {
    addMembers("", message, names, Whose.PERSON);
    return this;
  }

  /** Whose fields those of an object are. */
  private enum Whose {
    PERSON,
    /** Its name is not the person's. */
    THING,
    COMPANY,
    STAFF;

    /** Whose an object's fields are, by its name. */
    Whose inside(String name) {
      String key = LeadField.key(name);
      if (this == STAFF || AnswerSheet.STAFF.contains(key)) {
        return STAFF;
      }
      if (LeadField.of(name).filter(LeadField.COMPANY::equals).isPresent()) {
        return COMPANY;
      }
      return NOT_PERSONS.contains(key) ? THING : this;
    }

    Optional<LeadField> field(String name) {
      Optional<LeadField> field = LeadField.of(name);
      if (field.filter(LeadField.NAME::equals).isEmpty()) {
        return this == STAFF ? Optional.empty() : field;
      }
      return switch (this) {
        case PERSON -> field;
        case COMPANY -> Optional.of(LeadField.COMPANY);
        case THING, STAFF -> Optional.empty();
      };
    }
  }

  /** Adds the texts of members and then those inside them. */
  private void addMembers(String prefix, JsonReader object, Set<String> names, Whose whose) {
    Whose here = whose == Whose.PERSON && isForm(object) ? Whose.THING : whose;
    for (String name : names) {
      addTexts(prefix + name, here.field(name), object.texts(name).stream());
    }
    for (String name : names) {
      String path = Unicode.cut(prefix + name, MAX_PATH_LENGTH);
      object.objects(name).forEach(inner -> addObject(path, name, inner, whose.inside(name)));
    }
  }

  /**
   * Adds an object inside a message.
   *
   * @param own its name
   */
  private void addObject(String path, String own, JsonReader object, Whose whose) {
    Optional<String> value = VALUES.stream().filter(object.names()::contains).findFirst();
    if (value.isEmpty() || hasReach(object)) {
      addMembers(path + '.', object, object.names(), whose);
      // A number or an address in its parts.
      for (String name : object.names()) {
        if (LeadField.key(name).equals("number") && LeadField.of(own).equals(PHONE)) {
          addTexts(path, PHONE, object.texts(name).stream());
        }
      }
      return;
    }
    Optional<String> label = label(object, own, whose);
    String question = label.orElse(path);
    addTexts(question, whose.field(label.orElse(own)), object.texts(value.get()).stream());
    String inside = Unicode.cut(question, MAX_PATH_LENGTH);
    object
        .objects(value.get())
        .forEach(inner -> addObject(inside, label.orElse(own), inner, whose));
    Set<String> others = new LinkedHashSet<>(object.names());
    others.removeIf(name -> LABELS.contains(name) || OF_A_PAIR.contains(LeadField.key(name)));
    others.remove(value.get());
    addMembers(path + '.', object, others, Whose.STAFF);
  }

  /** The label that names a field, else the object's own name if that does, else the first. */
  private static Optional<String> label(JsonReader object, String own, Whose whose) {
    List<String> labels = LABELS.stream().flatMap(name -> object.text(name).stream()).toList();
    return labels.stream()
        .filter(label -> whose.field(label).isPresent())
        .findFirst()
        .or(() -> whose.field(own).isPresent() ? Optional.of(own) : labels.stream().findFirst());
  }

  /** Whether an object says how to reach somebody, and so is no pair. */
  private static boolean hasReach(JsonReader object) {
    return object.names().stream()
        .anyMatch(
            name ->
                LeadField.of(name).filter(REACH::contains).isPresent()
                    && object.text(name).isPresent());
  }

  private static boolean isForm(JsonReader object) {
    return !hasReach(object)
        && CONTAINERS.stream().anyMatch(name -> !object.objects(name).isEmpty());
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
    if (field.filter(LeadField.COUNTRY_CODE::equals).isPresent()
        || (field.isEmpty() && PhoneAnswers.isCountryCode(question, clean))) {
      phones.addCountryCode(question, clean);
      return this;
    }
    if (field.filter(LeadField.EMAIL::equals).isPresent()) {
      addEmail(question, clean);
      return this;
    }
    if (field.isEmpty() || known.containsKey(field.get()) || !fits(field.get(), clean)) {
      extra.add(new Extra(question, clean));
      return this;
    }
    known.put(field.get(), clean);
    return this;
  }

  /** The first address is the person's, also with other words beside it, which are kept. */
  private void addEmail(String question, String answer) {
    if (email.isPresent()
        || EmailAddress.read(answer).isEmpty()
        || EmailAddress.isSeveral(answer)) {
      extra.add(new Extra(question, answer));
    }
    email = email.or(() -> EmailAddress.firstIn(answer));
  }

  /** Marks the person as being on a do-not-call list. */
  public AnswerSheet doNotCall() {
    doNotCall = true;
    return this;
  }

  public boolean isEmpty() {
    return known.isEmpty() && email.isEmpty() && phones.isEmpty() && extra.isEmpty();
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
