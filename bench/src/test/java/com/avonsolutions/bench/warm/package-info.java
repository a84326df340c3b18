@NullMarked
package com.avonsolutions.bench.warm;

import org.jspecify.annotations.NullMarked;
