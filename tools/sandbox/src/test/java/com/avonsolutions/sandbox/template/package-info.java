@NullMarked
package com.avonsolutions.sandbox.template;

import org.jspecify.annotations.NullMarked;
