@NullMarked
package com.avonsolutions.testing;

import org.jspecify.annotations.NullMarked;
