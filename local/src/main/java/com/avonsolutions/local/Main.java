package com.avonsolutions.local;

import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.local.modules.ClassPaths;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.staff.CommandRunner;
import com.avonsolutions.staff.UserError;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import picocli.CommandLine;

/** {@code mvn compile exec:java}: serves the site on this machine. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    int exitCode;
    try (ClassCopies copies = ClassCopies.create()) {
      exitCode = runFromCopies(copies, arguments);
    } catch (UserError e) {
      System.err.println(e.getMessage());
      exitCode = CommandLine.ExitCode.SOFTWARE;
    }
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** The server too, because its classes are loaded when they are first needed. */
  private static int runFromCopies(ClassCopies copies, String[] arguments) throws Exception {
    ClassLoader loader =
        new URLClassLoader(
            "server",
            ClassPaths.urls(copies.of(ClassPaths.ofTheServer())),
            ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    try {
      return (int)
          loader
              .loadClass(Main.class.getName())
              .getMethod("run", Path.class, String[].class)
              .invoke(null, copies.folder(), arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Called by reflection, in the class loader of the copies. */
  public static int run(Path copies, String[] arguments) {
    return CommandRunner.run(
        new CommandLine(new ServeCommand(Project.root(), ClassCopies.in(copies))),
        System.out,
        System.err,
        arguments);
  }
}
