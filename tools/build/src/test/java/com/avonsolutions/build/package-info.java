@NullMarked
package com.avonsolutions.build;

import org.jspecify.annotations.NullMarked;
