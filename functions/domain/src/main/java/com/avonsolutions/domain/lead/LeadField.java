package com.avonsolutions.domain.lead;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a lead that a person fills in, and what ad platforms and other systems call them:
 * {@code FULL_NAME}, {@code full_name}, {@code fullName} and {@code Full name} are one.
 */
public enum LeadField {
  NAME("name", "fullname", "contactname", "customername", "personname", "sendername"),
  GIVEN_NAME("givenname", "firstname", "fname"),
  FAMILY_NAME("familyname", "lastname", "lname", "surname"),
  EMAIL("email", "emailaddress", "emailid", "mail", "mailid", "workemail", "senderemail"),
  PHONE(
      "phone",
      "phonenumber",
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
      "sendermobile"),
  COMPANY(
      "company",
      "companyname",
      "organisation",
      "organization",
      "organisationname",
      "organizationname",
      "business",
      "businessname",
      "sendercompany"),
  MESSAGE("message", "comment", "comments", "enquiry", "inquiry", "requirement", "querymessage");

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
  private static final Map<String, LeadField> BY_NAME = byName();

  private final String[] names;

  LeadField(String... names) {
    this.names = names;
  }

  /** The field that somebody's question asks for, if it is one of these. */
  public static Optional<LeadField> of(String question) {
    String letters = NO_LETTER.matcher(question.toLowerCase(Locale.ROOT)).replaceAll("");
    return Optional.ofNullable(BY_NAME.get(letters));
  }

  private static Map<String, LeadField> byName() {
    Map<String, LeadField> byName = new HashMap<>();
    for (LeadField field : values()) {
      Arrays.stream(field.names).forEach(name -> byName.put(name, field));
    }
    return Map.copyOf(byName);
  }
}
