@NullMarked
package com.avonsolutions.text;

import org.jspecify.annotations.NullMarked;
