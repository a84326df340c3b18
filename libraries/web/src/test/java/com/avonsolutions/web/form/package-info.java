/** Tests of the three ways to send fields, with input that no browser sends too. */
@NullMarked
package com.avonsolutions.web.form;

import org.jspecify.annotations.NullMarked;
