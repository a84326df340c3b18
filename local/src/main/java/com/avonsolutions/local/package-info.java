/**
 * The local server: gateway, functions, tables, queues, streams, schedules.
 *
 * <p>Never deployed; has no command for real tables.
 */
@NullMarked
package com.avonsolutions.local;

import org.jspecify.annotations.NullMarked;
