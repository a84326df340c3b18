/** The function that takes the leads of Google Ads' lead forms. */
@NullMarked
package com.avonsolutions.hooks.googleads;

import org.jspecify.annotations.NullMarked;
