package com.avonsolutions.contact.check;

import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.http.Request;
import java.util.Set;
import java.util.TreeSet;

/**
 * A submission as outside services need it. Absent texts are empty.
 *
 * @param fields all fields that were sent, with captcha tokens
 * @param origins of the pages that may show the form, besides the host that was asked
 */
public record CheckedSubmission(
    Request request,
    Fields fields,
    Set<String> origins,
    String name,
    String email,
    String message,
    String page) {

  /** The hosts that may show the form. */
  Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    hosts.add(request.header("host").orElse("").replaceFirst(":[0-9]+$", ""));
    for (String origin : origins) {
      hosts.add(origin.replaceFirst("^[a-z]+://", "").replaceFirst(":[0-9]+$", ""));
    }
    return hosts;
  }
}
