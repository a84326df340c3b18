/** Tests of requests and answers, most of them through a handler. */
@NullMarked
package com.avonsolutions.web;

import org.jspecify.annotations.NullMarked;
