/** Services of others, played by a server of the tests. */
@NullMarked
package com.avonsolutions.contact.check;

import org.jspecify.annotations.NullMarked;
