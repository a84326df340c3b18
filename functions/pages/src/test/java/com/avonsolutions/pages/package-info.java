/** Tests through the real handler on a real DynamoDB engine. */
@NullMarked
package com.avonsolutions.pages;

import org.jspecify.annotations.NullMarked;
