package com.avonsolutions.domain.form;

import java.util.List;

/**
 * The table of forms. Every method throws {@link
 * com.avonsolutions.domain.StoreUnavailableException} when the store does not answer in time.
 */
public interface FormStore {

  /** All forms, by name. There are tens of them, not thousands. */
  List<Form> all();

  /**
   * Creates or replaces a form.
   *
   * @return whether anything changed
   */
  boolean load(Form form);
}
