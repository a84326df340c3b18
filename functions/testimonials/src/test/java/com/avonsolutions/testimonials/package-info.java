/** Tests through the real handler on a real DynamoDB engine. */
@NullMarked
package com.avonsolutions.testimonials;

import org.jspecify.annotations.NullMarked;
