@org.jspecify.annotations.NullMarked
package com.avonsolutions.local.browser;
