package com.avonsolutions.staff;

import com.avonsolutions.build.FormFile;
import com.avonsolutions.build.FormFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the forms of a folder. A file overwrites the form of its name in the table; the words that
 * a form shows for consent are kept in every version.
 */
public record FormLoader(Path folder) implements ContentLoader {

  /** The sample forms of the local server. */
  public static FormLoader samples(Path root) {
    return new FormLoader(root.resolve("local/src/main/samples/forms"));
  }

  @Override
  public String load(Stores stores) throws IOException {
    List<FormFile> forms = read();
    // First the words, so that no lead names words that are not kept.
    forms.forEach(
        file -> file.words().ifPresent(text -> stores.consents().keep(file.form().words(), text)));
    long changed = forms.stream().map(FormFile::form).filter(stores.forms()::load).count();
    return "%d form%s: %d new or changed, %d as before"
        .formatted(forms.size(), forms.size() == 1 ? "" : "s", changed, forms.size() - changed);
  }

  private List<FormFile> read() throws IOException {
    try {
      List<FormFile> forms = FormFiles.read(folder);
      if (forms.isEmpty()) {
        throw new UserError("There is no form in " + folder + ": each is a file NAME.md.");
      }
      return forms;
    } catch (IllegalArgumentException e) {
      throw UserError.malformed(e, "No form was changed.");
    }
  }
}
