/**
 * Reads JSON that others wrote, within limits, and writes ours.
 *
 * <p>No other package makes a JSON factory; those that stream use this one's.
 */
@NullMarked
package com.avonsolutions.text.json;

import org.jspecify.annotations.NullMarked;
