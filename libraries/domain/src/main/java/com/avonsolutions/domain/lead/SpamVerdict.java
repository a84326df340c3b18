package com.avonsolutions.domain.lead;

import java.util.List;

/**
 * What the spam filter found, kept with the lead so that staff can see why.
 *
 * @param reasons codes of the layers that gave points, or that could not be asked
 */
public record SpamVerdict(boolean quarantined, int points, List<String> reasons) {

  public SpamVerdict {
    reasons = List.copyOf(reasons);
  }
}
