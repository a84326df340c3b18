/**
 * Events as Lambda gets them: the files in events/, built events, requests over a socket, and their
 * answers.
 *
 * <p>Checks expectations without a test library, because commands do so too.
 */
@NullMarked
package com.avonsolutions.sandbox.event;

import org.jspecify.annotations.NullMarked;
