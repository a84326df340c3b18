/**
 * Reads secrets from SSM Parameter Store.
 *
 * <p>Nothing here caches or logs; the domain does both.
 */
@NullMarked
package com.avonsolutions.aws.ssm;

import org.jspecify.annotations.NullMarked;
