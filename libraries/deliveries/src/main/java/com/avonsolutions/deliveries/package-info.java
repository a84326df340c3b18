/**
 * Channels, deliveries and the rules for when a delivery is tried, again or no more.
 *
 * <p>Nothing here sends anything, and nothing here holds personal data: a delivery names its lead,
 * and whoever sends it reads the lead then. The tables are in the package dynamodb.
 */
@NullMarked
package com.avonsolutions.deliveries;

import org.jspecify.annotations.NullMarked;
