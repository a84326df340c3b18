@NullMarked
package com.avonsolutions.bench;

import org.jspecify.annotations.NullMarked;
