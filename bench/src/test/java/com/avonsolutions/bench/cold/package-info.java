@NullMarked
package com.avonsolutions.bench.cold;

import org.jspecify.annotations.NullMarked;
