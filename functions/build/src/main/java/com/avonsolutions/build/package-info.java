/** What is done at build time so that no request has to. */
@NullMarked
package com.avonsolutions.build;

import org.jspecify.annotations.NullMarked;
