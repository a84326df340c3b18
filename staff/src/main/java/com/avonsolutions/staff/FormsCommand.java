package com.avonsolutions.staff;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code forms load FOLDER}: brings a folder of forms into a table, here or in the cloud. */
public final class FormsCommand implements Command {

  @Override
  public void run(List<String> arguments) throws Exception {
    TableTarget target = TableTarget.parse(arguments, System.getenv(), "FORMS_TABLE", "FormsTable");
    if (target.words().size() != 2 || !target.words().get(0).equals("load")) {
      throw new UserError("Usage: forms load FOLDER (--endpoint URL | --table NAME)");
    }
    Path folder = Path.of(target.words().get(1));
    if (!Files.isDirectory(folder)) {
      throw new UserError("There is no folder " + folder + ".");
    }
    try (Stores stores = Stores.open(target.environment())) {
      System.out.println(new FormContent(folder).load(stores));
    } catch (IllegalArgumentException e) {
      String mistake = String.valueOf(e.getMessage()).replaceFirst("[.]$", "");
      throw new UserError(mistake + ". No form was changed.", e);
    }
  }
}
