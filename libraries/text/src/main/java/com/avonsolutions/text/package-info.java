/**
 * Reads and writes texts: class-path resources, Unicode, hashes, Markdown.
 *
 * <p>Nothing here knows a lead, a request or AWS.
 */
@NullMarked
package com.avonsolutions.text;

import org.jspecify.annotations.NullMarked;
