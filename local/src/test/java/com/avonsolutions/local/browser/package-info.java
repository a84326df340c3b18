/** Tests of the whole site in Chromium. */
@org.jspecify.annotations.NullMarked
package com.avonsolutions.local.browser;
