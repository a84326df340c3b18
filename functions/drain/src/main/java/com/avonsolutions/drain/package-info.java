/**
 * Stores leads out of the queue where they wait.
 *
 * <p>The queue and the store are the domain's.
 */
@NullMarked
package com.avonsolutions.drain;

import org.jspecify.annotations.NullMarked;
