package com.avonsolutions.faq;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;

/** A heading of the FAQ page and the entries under it, in order. */
public record CategoryView(String name, List<FaqEntry> entries) {}
