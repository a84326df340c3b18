/** Tests of forms. */
@NullMarked
package com.avonsolutions.domain.form;

import org.jspecify.annotations.NullMarked;
