@NullMarked
package com.avonsolutions.sandbox.event;

import org.jspecify.annotations.NullMarked;
