package com.avonsolutions.staff;

import java.io.IOException;

/** Loads files into a table. Loading unchanged files changes nothing. */
public interface ContentLoader {

  /**
   * Loads the files.
   *
   * @return what was loaded, in one line: "72 FAQs: 3 new or changed, …"
   * @throws UserError when a file is malformed; nothing is loaded then
   */
  String load(Stores stores) throws IOException;
}
