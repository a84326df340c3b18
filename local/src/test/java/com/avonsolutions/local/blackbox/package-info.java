/** Tests of the site through HTTP, the same for the local server and for sam local. */
@NullMarked
package com.avonsolutions.local.blackbox;

import org.jspecify.annotations.NullMarked;
