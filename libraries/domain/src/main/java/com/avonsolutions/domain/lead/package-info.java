/**
 * Leads: records, rules, the intake that stores or queues them, the interfaces of store and queue.
 *
 * <p>What only one source of leads needs lives with that source.
 */
@NullMarked
package com.avonsolutions.domain.lead;

import org.jspecify.annotations.NullMarked;
