/** Lists FAQs and answers questions. */
@NullMarked
package com.avonsolutions.faq;

import org.jspecify.annotations.NullMarked;
