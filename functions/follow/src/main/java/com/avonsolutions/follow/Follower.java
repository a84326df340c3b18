package com.avonsolutions.follow;

import java.time.Instant;

/** Does one thing for each change of the tables, or from time to time. */
interface Follower {

  /** For the log. */
  String name();

  /**
   * Follows a change. The same change may come again, also after later ones.
   *
   * @throws com.avonsolutions.domain.UnavailableException when the change has to come again
   */
  void follow(Change change);

  /**
   * Runs every minute.
   *
   * @throws com.avonsolutions.domain.UnavailableException when it could not finish; the next minute
   *     tries again
   */
  default void tick(Instant minute) {}
}
