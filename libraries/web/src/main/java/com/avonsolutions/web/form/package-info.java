/**
 * Reads forms of every encoding into fields, and checks them.
 *
 * <p>Knows no particular form.
 */
@NullMarked
package com.avonsolutions.web.form;

import org.jspecify.annotations.NullMarked;
