package com.avonsolutions.local;

import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.ContentLoader;
import com.avonsolutions.staff.FaqLoader;
import com.avonsolutions.staff.FormLoader;
import com.avonsolutions.staff.Stores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of a fresh checkout, loaded at every start before the functions run. */
final class StarterContent {

  private StarterContent() {}

  /**
   * Loads the content for which the template has tables; a test's template has none of them.
   *
   * @param samples whether to load the sample testimonials and the sample channel
   * @param site the address of the server, if it serves the site
   * @return one line for each kind of content
   */
  static List<String> loadAll(
      SamTemplate template,
      Path root,
      EmbeddedDynamoDb database,
      boolean samples,
      Optional<URI> site)
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
    if (samples && environment.containsKey("TESTIMONIALS_TABLE")) {
      contents.add(SampleTestimonials.of(root));
    }
    if (samples && environment.containsKey("CHANNELS_TABLE")) {
      site.map(SampleChannel::new).ifPresent(contents::add);
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
