package com.avonsolutions.faq;

import java.util.List;

/** A category of the FAQ page with its entries, in order. */
public record CategoryView(String name, List<EntryView> entries) {}
