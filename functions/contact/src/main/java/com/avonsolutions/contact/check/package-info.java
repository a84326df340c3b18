/** What services of others say of a submission, where the settings ask them. */
@NullMarked
package com.avonsolutions.contact.check;

import org.jspecify.annotations.NullMarked;
