package com.avonsolutions.local;

import com.avonsolutions.testing.EmbeddedDynamoDb;
import com.avonsolutions.testing.Project;
import com.avonsolutions.testing.SamTemplate;
import com.avonsolutions.testing.Tables;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The real template's whole site on a free port, with tables in memory. */
public final class RunningSite implements AutoCloseable {

  private final EmbeddedDynamoDb database;
  private final Site site;

  private RunningSite(EmbeddedDynamoDb database, Site site) {
    this.database = database;
    this.site = site;
  }

  public static RunningSite start() throws Exception {
    Path root = Project.root();
    SamTemplate template = SamTemplate.read(root.resolve("template.yaml"));
    EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    RunningSite running = new RunningSite(database, Site.on(0));
    try {
      new Tables(database.client(), template.tables().values()).create();
      StarterContent.loadAll(template, root, database);
      running.site.serve(template, root, database, LocalFunction.GATEWAY_LIMIT);
      return running;
    } catch (Exception e) {
      running.close();
      throw e;
    }
  }

  public URI address() {
    return site.address();
  }

  /**
   * What people sent, without the records of its submission keys; texts only, those in a map by the
   * names of both, as in {@code lastTouch.gclid}.
   */
  public List<Map<String, String>> submissions(String table) {
    return database.client().scanPaginator(r -> r.tableName(table)).items().stream()
        .map(RunningSite::texts)
        .filter(item -> !item.getOrDefault("id", "").startsWith("submission#"))
        .toList();
  }

  /** As staff do it. */
  public void loadForms(Path folder) throws Exception {
    new FormsCommand()
        .run(List.of("load", folder.toString(), "--endpoint", database.endpoint().toString()));
  }

  /** As staff do it. */
  public void approveTestimonial(String id) {
    new TestimonialsCommand()
        .run(List.of("approve", id, "--endpoint", database.endpoint().toString()));
  }

  private static Map<String, String> texts(Map<String, AttributeValue> item) {
    Map<String, String> texts = new HashMap<>();
    item.forEach(
        (name, value) -> {
          if (value.s() != null) {
            texts.put(name, value.s());
          }
          texts(value.m()).forEach((inner, text) -> texts.put(name + '.' + inner, text));
        });
    return Map.copyOf(texts);
  }

  @Override
  public void close() {
    site.close();
    database.close();
  }
}
