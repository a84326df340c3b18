package com.avonsolutions.local;

import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.local.modules.FunctionModules;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.Tables;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The project's whole site on a free port, with tables in memory. */
public final class TestSite implements AutoCloseable {

  private final EmbeddedDynamoDb database;
  private final EmbeddedSqs queues;
  private final ClassCopies copies = ClassCopies.create();
  private final Site site;

  private TestSite(EmbeddedDynamoDb database, EmbeddedSqs queues, Site site) {
    this.database = database;
    this.queues = queues;
    this.site = site;
  }

  public static TestSite start() throws Exception {
    return start(true, Map.of());
  }

  /**
   * Starts the site.
   *
   * @param samples whether to load the sample testimonials
   * @param parameters of the template, instead of their defaults
   */
  public static TestSite start(boolean samples, Map<String, String> parameters) throws Exception {
    Path root = Project.root();
    SamTemplate template = SamTemplate.read(root.resolve("template.yaml"));
    EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    EmbeddedSqs queues = new EmbeddedSqs(template, Clock.systemUTC(), Optional.empty());
    TestSite running = new TestSite(database, queues, Site.bind(0, invocation -> {}));
    try {
      new Tables(database.client(), template.tables().values()).create();
      StarterContent.loadAll(
          template, root, database, samples, Optional.of(running.site.address()));
      SamTemplate deployed = running.site.withParameters(template, database, parameters);
      running.site.serve(
          deployed,
          running.copies.of(new FunctionModules(root).classPaths(deployed)),
          database,
          queues,
          Timeouts.AS_DEPLOYED);
      return running;
    } catch (Exception e) {
      running.close();
      throw e;
    }
  }

  public URI address() {
    return site.address();
  }

  public URI tables() {
    return database.endpoint();
  }

  /**
   * The submissions in a table, without submission identities. Each has its texts by attribute
   * name; texts in a map have both names, as in {@code lastTouch.gclid}.
   */
  public List<Map<String, String>> submissions(String table) {
    return submissions(database.client(), table);
  }

  /** The same for the tables of another server. */
  public static List<Map<String, String>> submissions(DynamoDbClient client, String table) {
    return client.scanPaginator(r -> r.tableName(table)).items().stream()
        .map(TestSite::texts)
        .filter(item -> !item.getOrDefault("id", "").startsWith("submission#"))
        .toList();
  }

  /** As staff do it. */
  public void loadForms(Path folder) {
    staff("forms", "load", folder.toString());
  }

  /** Approves a testimonial with the staff command. */
  public void approveTestimonial(String id) {
    staff("testimonials", "approve", id);
  }

  private void staff(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--endpoint", database.endpoint().toString()));
    int exitCode = com.avonsolutions.staff.Main.run(arguments.toArray(String[]::new));
    if (exitCode != 0) {
      throw new IllegalStateException(arguments + " failed with " + exitCode);
    }
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
    queues.close();
    database.close();
    copies.close();
  }
}
