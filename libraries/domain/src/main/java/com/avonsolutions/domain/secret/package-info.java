/**
 * Secrets by name, cached, and signatures made with them.
 *
 * <p>No exception message holds a secret. The SSM client is in the aws library.
 */
@NullMarked
package com.avonsolutions.domain.secret;

import org.jspecify.annotations.NullMarked;
