/** Tests of the adapter of SSM Parameter Store. */
@NullMarked
package com.avonsolutions.domain.secret.ssm;

import org.jspecify.annotations.NullMarked;
