/**
 * Reading forms of every encoding into fields, and checking them.
 *
 * <p>Particular forms are in the functions.
 */
@NullMarked
package com.avonsolutions.web.form;

import org.jspecify.annotations.NullMarked;
