package com.avonsolutions.domain.lead;

import java.util.Arrays;
import java.util.Optional;

/** A service of the agency; each has a section on the services page. */
public enum Service {
  SEARCH("search", "Search and local listings"),
  ADS("ads", "Google and Meta ads"),
  SOCIAL("social", "Social media and content"),
  WEBSITES("websites", "Websites and landing pages"),
  MESSAGING("messaging", "WhatsApp, SMS and e-mail"),
  REPORTING("reporting", "Lead handling and reporting"),
  OTHER("other", "Something else, or not sure yet");

  private final String code;
  private final String label;

  Service(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** Its name in forms, the API and the table, and its anchor on the services page. */
  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public static Optional<Service> of(String code) {
    return Arrays.stream(values()).filter(service -> service.code.equals(code)).findFirst();
  }
}
