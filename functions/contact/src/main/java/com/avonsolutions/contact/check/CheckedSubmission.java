package com.avonsolutions.contact.check;

import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.http.Request;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a service may need to know of a submission. Absent texts are empty.
 *
 * @param request that brought it
 * @param fields as they were sent, tokens of captchas among them
 * @param origins of the pages that may show the form, beside ours
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
