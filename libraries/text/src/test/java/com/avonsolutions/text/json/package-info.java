@NullMarked
package com.avonsolutions.text.json;

import org.jspecify.annotations.NullMarked;
