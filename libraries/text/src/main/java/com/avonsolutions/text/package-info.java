/**
 * Reads and writes texts: Unicode and Markdown.
 *
 * <p>Nothing here knows a lead, a request or AWS.
 */
@NullMarked
package com.avonsolutions.text;

import org.jspecify.annotations.NullMarked;
