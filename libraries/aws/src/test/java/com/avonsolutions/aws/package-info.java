@NullMarked
package com.avonsolutions.aws;

import org.jspecify.annotations.NullMarked;
