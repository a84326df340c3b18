package com.avonsolutions.sandbox.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes the route keys of a template to a file, one per line and without {@code $default}. The
 * build of the pages function runs it, so that the function can distinguish a wrong method from a
 * wrong path without a copy of the routes in its code.
 */
public final class WriteRoutes {

  private WriteRoutes() {}

  /**
   * Writes the file.
   *
   * @param arguments the template and the file to write
   */
  public static void main(String[] arguments) throws IOException {
    String routes =
        SamTemplate.read(Path.of(arguments[0])).functions().values().stream()
            // A route that can be disabled answers 404 to other methods too.
            .filter(function -> function.condition().isEmpty())
            .flatMap(function -> function.routes().stream())
            .map(SamTemplate.Route::key)
            .filter(key -> !key.equals("$default"))
            .collect(Collectors.joining("\n", "", "\n"));
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.writeString(target, routes);
  }
}
