package com.avonsolutions.local;

import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.ContentLoader;
import com.avonsolutions.staff.FaqLoader;
import com.avonsolutions.staff.FormLoader;
import com.avonsolutions.staff.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Content that a fresh checkout starts with, loaded at every start before the functions run. */
final class StarterContent {

  private StarterContent() {}

  /**
   * Loads what the template has tables for; a template of another project, such as a test's, has
   * none of them.
   *
   * @param testimonials whether the made-up ones are wanted too
   * @return one line for each content
   */
  static List<String> loadAll(
      SamTemplate template, Path root, EmbeddedDynamoDb database, boolean testimonials)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("DYNAMODB_ENDPOINT", database.endpoint().toString());
    for (String function : template.functions().keySet()) {
      template.environment(function, Map.of()).entrySet().stream()
          .filter(variable -> variable.getKey().endsWith("_TABLE"))
          .forEach(table -> environment.put(table.getKey(), table.getValue()));
    }
    List<ContentLoader> contents = new ArrayList<>();
    if (environment.containsKey("FAQS_TABLE")) {
      contents.add(FaqLoader.starterFaqs(root));
    }
    if (environment.containsKey("FORMS_TABLE")) {
      contents.add(FormLoader.samples(root));
    }
    if (testimonials && environment.containsKey("TESTIMONIALS_TABLE")) {
      contents.add(SampleTestimonials.of(root));
    }
    List<String> lines = new ArrayList<>();
    try (Stores stores = Stores.open(environment)) {
      for (ContentLoader content : contents) {
        lines.add(content.load(stores));
      }
    }
    return lines;
  }
}
