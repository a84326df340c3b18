package com.avonsolutions.staff;

import java.io.IOException;

/** Content that is kept in files and can be loaded into tables as often as one likes. */
public interface Content {

  /**
   * Loads it, without touching what staff have changed since.
   *
   * @return what was loaded, in one line: "72 FAQs: 3 new or changed, …"
   */
  String load(Stores stores) throws IOException;
}
