@NullMarked
package com.avonsolutions.local.overview;

import org.jspecify.annotations.NullMarked;
