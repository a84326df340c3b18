package com.avonsolutions.domain.form;

import java.util.List;

/**
 * Keeps the forms. Every method throws {@link com.avonsolutions.domain.StoreUnavailableException}
 * when the store does not answer in time.
 */
public interface FormStore {

  /** All forms, by name; there are tens of them, not thousands. */
  List<Form> all();

  /**
   * Creates the form or takes its settings over.
   *
   * @return whether anything changed
   */
  boolean load(Form form);
}
