package com.avonsolutions.domain.lead;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The fields of a lead that a person fills in: the one place that declares them. Forms, platforms,
 * the spam filter, the identity of a submission, the table and staff go through the {@link #PLAIN}
 * ones without knowing them.
 */
public enum LeadField {
  NAME(
      Kind.WITH_RULES,
      "name",
      "name",
      100,
      "fullname contactname customername personname sendername"),
  GIVEN_NAME(Kind.WITH_RULES, "firstName", "first name", 100, "givenname fname first"),
  FAMILY_NAME(Kind.WITH_RULES, "lastName", "last name", 100, "familyname lname surname last"),
  EMAIL(
      Kind.WITH_RULES,
      "email",
      "e-mail address",
      EmailAddress.MAX_LENGTH,
      "emailaddress emailid mail mailid replyto workemail senderemail senderemailalt useremail contactemail "
          + "customeremail leademail billingemail"),
  PHONE(
      Kind.WITH_RULES,
      "phone",
      "phone number",
      40,
      "phonenumber phonenumberverified phoneno workphone workphonenumber mobile "
          + "mobilenumber mobileno mobilephone contactnumber contactno tel telephone whatsapp "
          + "whatsappnumber whatsappno sendermobile sendermobilealt senderphone fullphone fullphonenumber phonefull "
          + "internationalphone intlphone phoneinternational phonee164 phonewithcountrycode "
          + "mobilewithcountrycode altphone alternatephone alternatenumber secondaryphone "
          + "contactphone customerphone userphone billingphone landline landlineno landlinenumber "
          + "telephoneno telephonenumber cell cellno cellnumber cellphone mob mobno phno homephone "
          + "officephone"),
  COUNTRY_CODE(
      Kind.WITH_RULES,
      "countryCode",
      "country code",
      40,
      "phonecountrycode mobilecountrycode whatsappcountrycode telcountrycode countrycallingcode "
          + "callingcode phonecode mobilecode whatsappcode phoneprefix phonecountry mobilecountry "
          + "dialcode dialingcode isdcode isd"),
  COMPANY(
      Kind.PLAIN,
      "company",
      "company's name",
      150,
      "companyname organisation organization organisationname organizationname business "
          + "businessname sendercompany"),
  MESSAGE(
      Kind.WITH_RULES,
      "message",
      "message",
      5_000,
      "msg comment comments enquiry inquiry query requirement requirements querymessage");

  private enum Kind {
    PLAIN,
    WITH_RULES
  }

  /** Optional lines of text with no rule but their length. */
  public static final List<LeadField> PLAIN =
      Arrays.stream(values()).filter(field -> field.kind == Kind.PLAIN).toList();

  /** Form builders number their fields: {@code email-817}, {@code Email-2}. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+$");

  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
  private static final String IGNORED_PREFIX = "your";
  private static final Map<String, LeadField> BY_NAME = byName();

  private final Kind kind;
  private final String code;
  private final String noun;
  private final int maxLength;
  private final String otherNames;

  /**
   * Declares a field.
   *
   * @param otherNames what forms and platforms call it, each as its {@link #key}, apart by blanks
   */
  LeadField(Kind kind, String code, String noun, int maxLength, String otherNames) {
    this.kind = kind;
    this.code = code;
    this.noun = noun;
    this.maxLength = maxLength;
    this.otherNames = otherNames;
  }

  /** Its name in our forms, the API and the table, and for staff. */
  public String code() {
    return code;
  }

  /** What forms and platforms call it besides, each as its {@link #key}. */
  List<String> otherNames() {
    return otherNames.isEmpty() ? List.of() : List.of(otherNames.split(" ", -1));
  }

  /** What it is called in a sentence. */
  public String noun() {
    return noun;
  }

  /** In characters, as typed. */
  public int maxLength() {
    return maxLength;
  }

  /** The {@link #PLAIN} fields that a look-up finds. */
  public static Map<LeadField, String> plain(Function<LeadField, Optional<String>> lookUp) {
    Map<LeadField, String> texts = new EnumMap<>(LeadField.class);
    PLAIN.forEach(field -> lookUp.apply(field).ifPresent(text -> texts.put(field, text)));
    return Collections.unmodifiableMap(texts);
  }

  /**
   * The field that a question of a form, an ad platform or another system asks for. {@code
   * FULL_NAME}, {@code fullName}, {@code Full name}, {@code your-full-name} and {@code full-name-2}
   * are the same field.
   */
  public static Optional<LeadField> of(String question) {
    String key = key(question);
    return Optional.ofNullable(BY_NAME.get(key))
        .or(() -> Optional.ofNullable(BY_NAME.get(withoutNumber(key))));
  }

  /** The question in lower case, with only its Latin letters and digits, and without "your". */
  public static String key(String question) {
    String key = SEPARATORS.matcher(question.toLowerCase(Locale.ROOT)).replaceAll("");
    return key.startsWith(IGNORED_PREFIX) ? key.substring(IGNORED_PREFIX.length()) : key;
  }

  /** A {@link #key} without the number that a form builder adds to it. */
  public static String withoutNumber(String key) {
    return NUMBER.matcher(key).replaceFirst("");
  }

  private static Map<String, LeadField> byName() {
    Map<String, LeadField> byName = new HashMap<>();
    for (LeadField field : values()) {
      byName.put(key(field.code), field);
      field.otherNames().forEach(name -> byName.put(name, field));
    }
    return Map.copyOf(byName);
  }
}
