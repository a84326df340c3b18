/** The function that takes leads from any system that signs its webhooks. */
@NullMarked
package com.avonsolutions.hooks.webhook;

import org.jspecify.annotations.NullMarked;
