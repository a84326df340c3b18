/** The interfaces of ad platforms from which leads are fetched. */
@NullMarked
package com.avonsolutions.domain.platform;

import org.jspecify.annotations.NullMarked;
