/**
 * Clients for AWS: credentials, timeouts, signed calls to services without an SDK client.
 *
 * <p>Every other package sees AWS through the domain's interfaces.
 */
@NullMarked
package com.avonsolutions.aws;

import org.jspecify.annotations.NullMarked;
