/**
 * The SSM adapter that fetches secrets.
 *
 * <p>Nothing here logs or caches; both are the domain's.
 */
@NullMarked
package com.avonsolutions.aws.ssm;

import org.jspecify.annotations.NullMarked;
