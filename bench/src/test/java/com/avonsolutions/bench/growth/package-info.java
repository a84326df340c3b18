@NullMarked
package com.avonsolutions.bench.growth;

import org.jspecify.annotations.NullMarked;
