@NullMarked
package com.avonsolutions.local.console;

import org.jspecify.annotations.NullMarked;
