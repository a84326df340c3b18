/** Tests through the real handlers on a real DynamoDB engine. */
@NullMarked
package com.avonsolutions.hooks;

import org.jspecify.annotations.NullMarked;
