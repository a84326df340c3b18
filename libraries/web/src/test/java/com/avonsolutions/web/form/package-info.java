/** Tests of the three encodings of fields, also with input that no browser sends. */
@NullMarked
package com.avonsolutions.web.form;

import org.jspecify.annotations.NullMarked;
