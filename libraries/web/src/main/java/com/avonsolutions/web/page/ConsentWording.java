package com.avonsolutions.web.page;

/** The words beside our consent boxes; they are in {@code consentWording.jte}. */
public final class ConsentWording {
  /** Names the words and is stored with each lead: change both together. */
  public static final String VERSION = "2026-11";

  private ConsentWording() {}
}
