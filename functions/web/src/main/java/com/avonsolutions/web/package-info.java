/** How a function speaks HTTP: events in, answers out, mistakes in one place. */
@NullMarked
package com.avonsolutions.web;

import org.jspecify.annotations.NullMarked;
