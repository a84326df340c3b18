package com.avonsolutions.local;

import java.time.Instant;

/** One line of the history that {@code /_local} shows. */
record Invocation(
    Instant at,
    String functionId,
    String route,
    String path,
    int status,
    long millis,
    boolean cold) {}
