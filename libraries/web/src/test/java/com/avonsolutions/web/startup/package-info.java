@NullMarked
package com.avonsolutions.web.startup;

import org.jspecify.annotations.NullMarked;
