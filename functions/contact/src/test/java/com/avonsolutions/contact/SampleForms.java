package com.avonsolutions.contact;

import com.avonsolutions.build.FormFiles;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.sandbox.Project;
import java.io.IOException;

/** The forms that the local server starts with. */
final class SampleForms {

  private SampleForms() {}

  /** Stores them in the handler's table. */
  static void store(SubmitLeadsHandler handler) throws IOException {
    FormStore forms = handler.getApplicationContext().getBean(FormStore.class);
    FormFiles.read(Project.root().resolve("local/src/main/samples/forms")).forEach(forms::load);
  }
}
