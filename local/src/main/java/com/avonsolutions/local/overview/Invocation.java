package com.avonsolutions.local.overview;

import java.time.Instant;

/**
 * One invocation of a function.
 *
 * @param source what invoked the function: a route, a queue, a table's stream or a schedule
 * @param request the request, or a description of the event
 * @param status the response's status; 200 or 500 for an event
 * @param cold whether it was the first invocation of its instance
 */
public record Invocation(
    Instant at,
    String functionId,
    String source,
    String request,
    int status,
    long millis,
    boolean cold) {}
