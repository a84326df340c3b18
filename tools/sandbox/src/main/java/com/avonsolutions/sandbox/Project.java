package com.avonsolutions.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's folder on this machine. */
public final class Project {

  private Project() {}

  /**
   * The folder of template.yaml: the system property {@code project.root} where Maven sets it,
   * otherwise the nearest folder upwards from the working directory (an IDE's test run).
   */
  public static Path root() {
    String given = System.getProperty("project.root");
    if (given != null) {
      return Path.of(given).toAbsolutePath().normalize();
    }
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template.yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "No template.yaml in " + start + " or any folder above it: run this inside the project");
  }
}
