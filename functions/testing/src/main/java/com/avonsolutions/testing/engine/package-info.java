/** What runs inside the class loader of DynamoDB Local; only JDK types cross its border. */
@NullMarked
package com.avonsolutions.testing.engine;

import org.jspecify.annotations.NullMarked;
