/**
 * The HTTP server under every stand-in, and stand-ins for other companies' services.
 *
 * <p>Their replies are made up; nothing here reaches beyond this machine.
 */
@NullMarked
package com.avonsolutions.sandbox.standin;

import org.jspecify.annotations.NullMarked;
