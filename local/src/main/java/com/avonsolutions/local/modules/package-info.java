/**
 * The project's built modules: which classes a function runs with, and copies of them that no build
 * touches.
 *
 * <p>Knows nothing of functions that run.
 */
@NullMarked
package com.avonsolutions.local.modules;

import org.jspecify.annotations.NullMarked;
