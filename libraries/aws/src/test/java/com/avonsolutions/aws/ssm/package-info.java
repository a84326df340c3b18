/** Tests of the adapter of SSM Parameter Store. */
@NullMarked
package com.avonsolutions.aws.ssm;

import org.jspecify.annotations.NullMarked;
