/**
 * Requests and responses: reading events, CORS, caching, compression, the request log.
 *
 * <p>Knows neither pages nor functions, which build on it.
 */
@NullMarked
package com.avonsolutions.web.http;

import org.jspecify.annotations.NullMarked;
