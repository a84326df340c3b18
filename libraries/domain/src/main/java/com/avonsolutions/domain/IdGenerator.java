package com.avonsolutions.domain;

/** Generates ids; injected, so that snapshots hold no id and tests can predict them. */
@FunctionalInterface
public interface IdGenerator {

  /** A new id; ids sort by creation time, to the millisecond. */
  String next();
}
