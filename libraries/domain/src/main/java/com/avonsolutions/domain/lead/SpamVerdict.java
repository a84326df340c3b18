package com.avonsolutions.domain.lead;

import java.util.List;

/**
 * The spam filter's verdict, kept with the lead so that staff can see the reasons.
 *
 * @param reasons codes of the layers that gave points or were unavailable
 */
public record SpamVerdict(boolean quarantined, int points, List<String> reasons) {

  public SpamVerdict {
    reasons = List.copyOf(reasons);
  }
}
