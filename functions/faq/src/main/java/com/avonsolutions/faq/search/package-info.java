/** Finds the entry that answers a question, in English, Hindi or Hinglish, from memory. */
@NullMarked
package com.avonsolutions.faq.search;

import org.jspecify.annotations.NullMarked;
