/**
 * Steps of the build: documents, assets, forms and FAQs from their source files, and the jar of a
 * function.
 *
 * <p>Never deployed. It prepares what would be slow at run time.
 */
@NullMarked
package com.avonsolutions.build;

import org.jspecify.annotations.NullMarked;
