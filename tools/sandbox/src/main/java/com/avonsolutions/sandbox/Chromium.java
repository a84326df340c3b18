package com.avonsolutions.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The Chromium that is installed on this machine; it is never downloaded. */
public record Chromium(Path executable) {

  public static final String VARIABLE = "CHROMIUM_PATH";

  /** Tells what to do when none is installed. */
  public static final String INSTALL =
      "install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium), or name one in "
          + VARIABLE;

  /** Lets it run in a container, and stops requests to hosts other than the site. */
  public static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");

  private static final List<Path> DEFAULT_PATHS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  /**
   * Finds a browser without windows, which needs half the time, or else any. The one without
   * windows has no back/forward cache.
   */
  public static Optional<Chromium> findQuickest(
      Map<String, String> environment, Predicate<Path> runs) {
    boolean quick = environment.get(VARIABLE) == null && runs.test(SHELL);
    return quick ? Optional.of(new Chromium(SHELL)) : find(environment, runs);
  }

  /**
   * Finds a browser as people have it.
   *
   * @param runs whether a path is a program that can be started
   */
  public static Optional<Chromium> find(Map<String, String> environment, Predicate<Path> runs) {
    Stream<Path> named = Stream.ofNullable(environment.get(VARIABLE)).map(Path::of);
    return Stream.concat(named, DEFAULT_PATHS.stream()).filter(runs).findFirst().map(Chromium::new);
  }
}
