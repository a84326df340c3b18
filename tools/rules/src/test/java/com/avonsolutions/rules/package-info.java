@NullMarked
package com.avonsolutions.rules;

import org.jspecify.annotations.NullMarked;
