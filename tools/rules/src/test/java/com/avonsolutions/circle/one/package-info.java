@NullMarked
package com.avonsolutions.circle.one;

import org.jspecify.annotations.NullMarked;
