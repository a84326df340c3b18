package com.avonsolutions.circle.one;

import com.avonsolutions.circle.two.Two;

/** Breaks the rule against circles together with {@link Two}. */
public record One(Two other) {}
