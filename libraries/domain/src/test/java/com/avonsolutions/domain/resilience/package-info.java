@NullMarked
package com.avonsolutions.domain.resilience;

import org.jspecify.annotations.NullMarked;
