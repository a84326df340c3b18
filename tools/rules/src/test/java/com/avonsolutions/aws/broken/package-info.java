@NullMarked
package com.avonsolutions.aws.broken;

import org.jspecify.annotations.NullMarked;
