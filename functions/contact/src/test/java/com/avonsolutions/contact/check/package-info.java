/** Outside services, replaced by a stand-in. */
@NullMarked
package com.avonsolutions.contact.check;

import org.jspecify.annotations.NullMarked;
