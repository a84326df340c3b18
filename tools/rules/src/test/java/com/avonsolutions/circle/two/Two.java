package com.avonsolutions.circle.two;

import com.avonsolutions.circle.one.One;

/** Breaks the rule against circles together with {@link One}. */
public record Two(One other) {}
