package com.avonsolutions.staff;

import java.util.Locale;

/** A table that commands read or write. */
enum Table {
  CHANNELS,
  CHOICES,
  CONSENTS,
  DELIVERIES,
  FAQS,
  FORMS,
  LEADS,
  QUESTIONS,
  TESTIMONIALS,
  VOTES;

  /** The setting that names the table, e.g. {@code LEADS_TABLE}. */
  String setting() {
    return name() + "_TABLE";
  }

  /** The name in DynamoDB Local: the logical id in template.yaml, e.g. {@code LeadsTable}. */
  String localName() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT) + "Table";
  }
}
