@NullMarked
package com.avonsolutions.staff;

import org.jspecify.annotations.NullMarked;
