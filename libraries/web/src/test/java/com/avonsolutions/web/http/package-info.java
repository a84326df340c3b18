@NullMarked
package com.avonsolutions.web.http;

import org.jspecify.annotations.NullMarked;
