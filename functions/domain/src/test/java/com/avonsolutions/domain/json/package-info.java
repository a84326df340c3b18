@NullMarked
package com.avonsolutions.domain.json;

import org.jspecify.annotations.NullMarked;
