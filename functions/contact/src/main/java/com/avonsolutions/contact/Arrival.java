package com.avonsolutions.contact;

import com.avonsolutions.contact.spam.Traffic;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;

/** A request that submits a lead, counted by its address before its body is read. */
record Arrival(Request request, Traffic.Arrivals fromAddress) {

  /**
   * Refuses an address that floods us.
   *
   * @throws HttpException 429 when the address sends too many
   */
  void refuseFlood() {
    fromAddress
        .retryAfter()
        .ifPresent(
            time -> {
              throw HttpException.tooManyRequests(
                  time, "Too much came from your network. Please try again in a few minutes.");
            });
  }
}
