/** The function that serves content pages and assets. */
@NullMarked
package com.avonsolutions.pages;

import org.jspecify.annotations.NullMarked;
