package com.avonsolutions.bench.pages;

import java.util.OptionalInt;

/**
 * Sizes of a page in bytes of response bodies as sent. The HTML contains the stylesheet.
 *
 * @param plain without compression
 * @param gzip with gzip; empty if the site does not offer it for this page
 * @param brotli with Brotli; empty if the site does not offer it for this page
 * @param browser with the coding that the site chooses for a browser
 * @param whole {@code browser} plus all resources that the page loads
 * @param beforePaint number of requests that block the first paint, with the page's own
 * @param requests number of all requests
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
