/**
 * Secrets by name, cached, and signatures made with them.
 *
 * <p>No secret is ever in a message of an exception; SSM is in the aws library.
 */
@NullMarked
package com.avonsolutions.domain.secret;

import org.jspecify.annotations.NullMarked;
