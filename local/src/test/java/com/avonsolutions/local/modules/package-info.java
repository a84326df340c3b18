@NullMarked
package com.avonsolutions.local.modules;

import org.jspecify.annotations.NullMarked;
