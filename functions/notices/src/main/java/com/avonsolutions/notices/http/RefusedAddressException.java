package com.avonsolutions.notices.http;

import java.io.IOException;

/** A name leads to no public machine. */
final class RefusedAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException() {
    super("The name leads to no public machine");
  }
}
