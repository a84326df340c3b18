/**
 * Events as Lambda gets them: the files in events/, built ones, requests over a socket, and what
 * comes back.
 *
 * <p>Holds answers against expectations without a test library, because commands do so too.
 */
@NullMarked
package com.avonsolutions.sandbox.event;

import org.jspecify.annotations.NullMarked;
