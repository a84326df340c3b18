@NullMarked
package com.avonsolutions.circle.two;

import org.jspecify.annotations.NullMarked;
