package com.avonsolutions.staff;

import com.avonsolutions.build.FormFiles;
import com.avonsolutions.domain.form.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The forms of a folder; its files win over what is in the table. */
public record FormContent(Path folder) implements Content {

  public static FormContent samples(Path root) {
    return new FormContent(root.resolve("local/src/main/samples/forms"));
  }

  @Override
  public String load(Stores stores) throws IOException {
    List<Form> forms = FormFiles.read(folder);
    long changed = forms.stream().filter(stores.forms()::load).count();
    return "%d form%s: %d new or changed, %d as before"
        .formatted(forms.size(), forms.size() == 1 ? "" : "s", changed, forms.size() - changed);
  }
}
