/**
 * Stand-ins for services of others, on this machine.
 *
 * <p>What they answer is made up.
 */
@NullMarked
package com.avonsolutions.sandbox.standin;

import org.jspecify.annotations.NullMarked;
