@NullMarked
package com.avonsolutions.sandbox.engine;

import org.jspecify.annotations.NullMarked;
