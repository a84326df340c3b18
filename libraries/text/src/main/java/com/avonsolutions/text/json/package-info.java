/**
 * Reads JSON that others wrote, within bounds, and writes ours.
 *
 * <p>All JSON of the project goes through here; no other package makes a JSON factory.
 */
@NullMarked
package com.avonsolutions.text.json;

import org.jspecify.annotations.NullMarked;
