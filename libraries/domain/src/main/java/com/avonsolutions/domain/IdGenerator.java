package com.avonsolutions.domain;

/** Makes ids, injected so that nothing unique is baked into a snapshot and tests can fix them. */
@FunctionalInterface
public interface IdGenerator {

  /** A new id whose text sorts by the time it was made, to the millisecond. */
  String next();
}
