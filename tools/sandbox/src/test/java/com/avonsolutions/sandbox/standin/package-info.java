@NullMarked
package com.avonsolutions.sandbox.standin;

import org.jspecify.annotations.NullMarked;
