package com.avonsolutions.faq;

import java.util.List;

/** A heading of the FAQ page and the entries under it, in order. */
public record CategoryView(String name, List<EntryView> entries) {}
