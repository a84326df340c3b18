/** What every part of the domain shares: ids, violations, failures of a store. */
@NullMarked
package com.avonsolutions.domain;

import org.jspecify.annotations.NullMarked;
