@NullMarked
package com.avonsolutions.web.page;

import org.jspecify.annotations.NullMarked;
