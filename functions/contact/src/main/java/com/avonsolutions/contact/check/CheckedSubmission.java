package com.avonsolutions.contact.check;

import com.avonsolutions.web.Request;
import com.avonsolutions.web.form.Fields;
import java.util.Set;

/**
 * What a service may need to know of a submission. Absent texts are empty.
 *
 * @param request that brought it
 * @param fields as they were sent, tokens of captchas among them
 * @param hosts that may show the form
 */
public record CheckedSubmission(
    Request request,
    Fields fields,
    Set<String> hosts,
    String name,
    String email,
    String message,
    String page) {}
