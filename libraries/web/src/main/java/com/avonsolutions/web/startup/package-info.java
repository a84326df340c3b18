/**
 * Everything that makes a start quick, and nothing else: docs/startup.md says what each part saves
 * and how to take it out.
 *
 * <p>No setting of a single function is known here. Besides the aws library, the only deployed
 * package that uses the AWS SDK.
 */
@NullMarked
package com.avonsolutions.web.startup;

import org.jspecify.annotations.NullMarked;
