/**
 * What the contact function does with a lead of its own form, as one would write it in plain Java.
 */
@NullMarked
package com.avonsolutions.bench.twin;

import org.jspecify.annotations.NullMarked;
