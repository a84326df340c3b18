/**
 * Runs in the class loader of DynamoDB Local, isolated from our own libraries.
 *
 * <p>Only types of the JDK pass in and out.
 */
@NullMarked
package com.avonsolutions.sandbox.engine.isolated;

import org.jspecify.annotations.NullMarked;
