@NullMarked
package com.avonsolutions.bench.pages;

import org.jspecify.annotations.NullMarked;
