@NullMarked
package com.avonsolutions.web.client;

import org.jspecify.annotations.NullMarked;
