package com.avonsolutions.domain.lead;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of a lead that a person fills in. */
public enum LeadField {
  NAME,
  GIVEN_NAME,
  FAMILY_NAME,
  EMAIL,
  PHONE,
  COMPANY,
  MESSAGE;

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
  private static final String POLITE = "your";
  private static final Map<String, LeadField> BY_NAME = byName();

  /**
   * The field that a question of a form, an ad platform or another system asks for, if it is one of
   * these. {@code FULL_NAME}, {@code fullName}, {@code Full name} and {@code your-full-name} are
   * one.
   */
  public static Optional<LeadField> of(String question) {
    return Optional.ofNullable(BY_NAME.get(key(question)));
  }

  /** What is the same however a question is written: its Latin letters and digits. */
  public static String key(String question) {
    String letters = NO_LETTER.matcher(question.toLowerCase(Locale.ROOT)).replaceAll("");
    return letters.startsWith(POLITE) ? letters.substring(POLITE.length()) : letters;
  }

  private static Map<String, LeadField> byName() {
    Map<LeadField, Set<String>> names =
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
    names.forEach((field, theirs) -> theirs.forEach(their -> byName.put(their, field)));
    return Map.copyOf(byName);
  }
}
