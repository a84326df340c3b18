@NullMarked
package com.avonsolutions.sandbox;

import org.jspecify.annotations.NullMarked;
