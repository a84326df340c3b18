/** Tests of the forms' table. */
@NullMarked
package com.avonsolutions.domain.form.dynamodb;

import org.jspecify.annotations.NullMarked;
