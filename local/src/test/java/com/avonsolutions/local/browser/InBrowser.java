package com.avonsolutions.local.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that looks at the running site through a real browser. Its methods take {@link Visitors}.
 */
@Tag("browser")
@ExtendWith(SiteInBrowser.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface InBrowser {}
