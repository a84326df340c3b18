/**
 * Runs while modules are built: documents, assets, forms and FAQs out of their source files, a
 * function's jar laid out.
 *
 * <p>Never deployed; what a request needs is written to files here, before.
 */
@NullMarked
package com.avonsolutions.build;

import org.jspecify.annotations.NullMarked;
