package com.avonsolutions.local;

import java.io.IOException;

/** Content that a fresh checkout starts with, loaded at every start before the functions run. */
interface StarterContent {

  /**
   * Loads it, without touching what somebody has changed since.
   *
   * @return what was loaded, for the start-up output: "72 FAQs, of which 3 were new or changed"
   */
  String load(Stores stores) throws IOException;
}
