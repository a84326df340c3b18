package com.avonsolutions.domain.lead;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of a lead that a person fills in, and the names that other systems use for them. */
public enum LeadField {
  NAME,
  GIVEN_NAME,
  FAMILY_NAME,
  EMAIL,
  PHONE,
  COMPANY,
  MESSAGE;

  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
  private static final String IGNORED_PREFIX = "your";
  private static final Map<String, LeadField> BY_NAME = byName();

  /**
   * The field that a question of a form, an ad platform or another system asks for. {@code
   * FULL_NAME}, {@code fullName}, {@code Full name} and {@code your-full-name} are the same field.
   */
  public static Optional<LeadField> of(String question) {
    return Optional.ofNullable(BY_NAME.get(key(question)));
  }

  /** The question in lower case, with only its Latin letters and digits, and without "your". */
  public static String key(String question) {
    String key = SEPARATORS.matcher(question.toLowerCase(Locale.ROOT)).replaceAll("");
    return key.startsWith(IGNORED_PREFIX) ? key.substring(IGNORED_PREFIX.length()) : key;
  }

  private static Map<String, LeadField> byName() {
    Map<LeadField, Set<String>> namesByField =
        Map.of(
            NAME,
            Set.of("name", "fullname", "contactname", "customername", "personname", "sendername"),
            GIVEN_NAME,
            Set.of("givenname", "firstname", "fname", "first"),
            FAMILY_NAME,
            Set.of("familyname", "lastname", "lname", "surname", "last"),
            EMAIL,
            Set.of(
                "email",
                "emailaddress",
                "emailid",
                "mail",
                "mailid",
                "replyto",
                "workemail",
                "senderemail"),
            PHONE,
            Set.of(
                "phone",
                "phonenumber",
                "phonenumberverified",
                "phoneno",
                "workphone",
                "workphonenumber",
                "mobile",
                "mobilenumber",
                "mobileno",
                "mobilephone",
                "contactnumber",
                "contactno",
                "tel",
                "telephone",
                "whatsapp",
                "whatsappnumber",
                "whatsappno",
                "sendermobile"),
            COMPANY,
            Set.of(
                "company",
                "companyname",
                "organisation",
                "organization",
                "organisationname",
                "organizationname",
                "business",
                "businessname",
                "sendercompany"),
            MESSAGE,
            Set.of(
                "message",
                "msg",
                "comment",
                "comments",
                "enquiry",
                "inquiry",
                "query",
                "requirement",
                "requirements",
                "querymessage"));
    Map<String, LeadField> byName = new HashMap<>();
    namesByField.forEach((field, names) -> names.forEach(name -> byName.put(name, field)));
    return Map.copyOf(byName);
  }
}
