/**
 * Search over FAQ entries by words and by meaning, explained in docs/answers.md.
 *
 * <p>No HTTP and no store; one index is built from one list of entries.
 */
@NullMarked
package com.avonsolutions.answers;

import org.jspecify.annotations.NullMarked;
