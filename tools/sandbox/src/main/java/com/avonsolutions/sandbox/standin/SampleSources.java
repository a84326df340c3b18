package com.avonsolutions.sandbox.standin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sample secrets with which every source of leads, notices and the staff's API work on one machine.
 * They are printed in the docs and in public examples, so they protect nothing.
 */
public final class SampleSources {

  public static final String GOOGLE_ADS_KEY = "sample-google-ads-key";
  public static final String META_VERIFY_TOKEN = "sample-verify-token";
  public static final String META_APP_SECRET = "app-secret";
  public static final String META_ACCESS_TOKEN = "sample-meta-token";
  public static final String LINKEDIN_CLIENT_SECRET = "client-secret";
  public static final String LINKEDIN_ACCESS_TOKEN = "sample-linkedin-token";
  public static final String INDIAMART_TOKEN = "sample-indiamart-token";
  public static final String JUSTDIAL_TOKEN = "sample-justdial-token";
  public static final String FORM_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  public static final String STAFF_TOKEN = "sample-staff-token";
  public static final String STAFF_MAIL = "sales@example.com";
  public static final String MAIL_FROM = "leads@mail.example.in";
  public static final String CHANNEL_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private SampleSources() {}

  /** By the parameter names in the template. */
  public static Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("/avon/google-ads/key", GOOGLE_ADS_KEY);
    secrets.put("/avon/meta/verify-token", META_VERIFY_TOKEN);
    secrets.put("/avon/meta/app-secret", META_APP_SECRET);
    secrets.put("/avon/meta/access-token", META_ACCESS_TOKEN);
    secrets.put("/avon/linkedin/client-secret", LINKEDIN_CLIENT_SECRET);
    secrets.put("/avon/linkedin/access-token", LINKEDIN_ACCESS_TOKEN);
    secrets.put("/avon/indiamart/token", INDIAMART_TOKEN);
    secrets.put("/avon/justdial/token", JUSTDIAL_TOKEN);
    secrets.put("/avon/forms/sample", FORM_SECRET);
    secrets.put("/avon/staff/token", STAFF_TOKEN);
    secrets.put("/avon/channels/sample", CHANNEL_SECRET);
    return Collections.unmodifiableMap(secrets);
  }

  /** The template parameters that enable every source, notices and the staff's API. */
  public static Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String source :
        new String[] {"GoogleAds", "Meta", "LinkedIn", "IndiaMart", "JustDial", "Webhook"}) {
      parameters.put(source + "Leads", "on");
    }
    parameters.put("StaffApi", "on");
    parameters.put("Notices", "on");
    parameters.put("StaffMail", STAFF_MAIL);
    parameters.put("MailFrom", MAIL_FROM);
    parameters.put(
        "LocalSecrets",
        secrets().entrySet().stream()
            .map(secret -> secret.getKey() + '=' + secret.getValue())
            .collect(Collectors.joining(";")));
    return Collections.unmodifiableMap(parameters);
  }
}
