/**
 * The page {@code /_local/deliveries}: who was told what, with a button to send it again.
 *
 * <p>Sends nothing itself; it makes a delivery due and nudges.
 */
@NullMarked
package com.avonsolutions.local.deliveries;

import org.jspecify.annotations.NullMarked;
