/** Tests through the real handler on a real DynamoDB engine. */
@NullMarked
package com.avonsolutions.faq;

import org.jspecify.annotations.NullMarked;
