/**
 * Finds answers among FAQ entries, by words and by meaning: docs/answers.md.
 *
 * <p>No HTTP and no store; one index is made of one list of entries.
 */
@NullMarked
package com.avonsolutions.answers;

import org.jspecify.annotations.NullMarked;
