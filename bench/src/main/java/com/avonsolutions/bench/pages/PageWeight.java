package com.avonsolutions.bench.pages;

import java.util.OptionalInt;

/**
 * What a page costs who looks at it: bytes of bodies as they come over the line. The stylesheet is
 * part of the HTML.
 *
 * @param gzip empty if the site does not offer it for this page, and so is {@code brotli}
 * @param browser what is sent to a browser, which takes any of them
 * @param whole the same with everything else the page loads
 * @param beforePaint how many requests the first paint waits for, the page's own among them
 * @param requests how many there are in all
 */
record PageWeight(
    String path,
    int plain,
    OptionalInt gzip,
    OptionalInt brotli,
    int browser,
    int whole,
    int beforePaint,
    int requests) {}
