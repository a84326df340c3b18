/**
 * Applies changes of sources to the running site: finds them, builds the modules that they concern,
 * and hands over new class paths.
 *
 * <p>Knows no HTTP, and writes nothing into a module.
 */
@NullMarked
package com.avonsolutions.local.watch;

import org.jspecify.annotations.NullMarked;
