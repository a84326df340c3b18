/** What templates are given to draw. */
@NullMarked
package com.avonsolutions.web.view;

import org.jspecify.annotations.NullMarked;
