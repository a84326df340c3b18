package com.avonsolutions.build;

import com.avonsolutions.domain.form.Form;
import java.util.Optional;

/**
 * A form of another site, as its file describes it.
 *
 * @param words that the form shows for consent, in canonical form; the form has their hash
 */
public record FormFile(Form form, Optional<String> words) {}
