@NullMarked
package com.avonsolutions.local;

import org.jspecify.annotations.NullMarked;
