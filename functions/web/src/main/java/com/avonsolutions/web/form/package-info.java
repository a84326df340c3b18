/** Reads what a form or a script sent, whatever its content type. */
@NullMarked
package com.avonsolutions.web.form;

import org.jspecify.annotations.NullMarked;
