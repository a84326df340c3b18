/**
 * The whole template on one machine: DynamoDB Local, every function in a class loader of its own,
 * and an HTTP server that behaves like API Gateway's HTTP API. Never deployed.
 */
@NullMarked
package com.avonsolutions.local;

import org.jspecify.annotations.NullMarked;
