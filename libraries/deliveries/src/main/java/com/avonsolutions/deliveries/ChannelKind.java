package com.avonsolutions.deliveries;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a channel is reached. */
public enum ChannelKind {
  /** Mail to staff. */
  MAIL,
  /** A signed HTTP request, by Standard Webhooks. */
  WEBHOOK,
  SLACK,
  GOOGLE_CHAT,
  TEAMS;

  /** When a delivery is tried. */
  public RetrySchedule schedule() {
    return switch (this) {
      case MAIL -> RetrySchedule.MAIL;
      case WEBHOOK -> RetrySchedule.WEBHOOK;
      case SLACK, GOOGLE_CHAT, TEAMS -> RetrySchedule.CHAT;
    };
  }

  /** The name in files and tables, e.g. {@code google-chat}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with this code. */
  public static Optional<ChannelKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
