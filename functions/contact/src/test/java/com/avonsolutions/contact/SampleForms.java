package com.avonsolutions.contact;

import com.avonsolutions.build.FormFiles;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.sandbox.Project;
import java.io.IOException;

/** The sample forms of the local server. */
final class SampleForms {

  private SampleForms() {}

  /** Loads the forms into the handler's table. */
  static void store(SubmitLeadsHandler handler) throws IOException {
    FormStore forms = handler.getApplicationContext().getBean(FormStore.class);
    FormFiles.read(Project.root().resolve("local/src/main/samples/forms"))
        .forEach(file -> forms.load(file.form()));
  }
}
