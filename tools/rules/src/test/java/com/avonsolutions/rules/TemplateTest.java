package com.avonsolutions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Function;
import com.avonsolutions.sandbox.template.SamTemplate.Index;
import com.avonsolutions.sandbox.template.SamTemplate.Parameter;
import com.avonsolutions.sandbox.template.SamTemplate.Route;
import com.avonsolutions.sandbox.template.SamTemplate.Statement;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import com.avonsolutions.sandbox.template.TemplateNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds template.yaml against the code, and against what it may never say. */
class TemplateTest {
  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();
  private static final Path ROOT = Project.root();
  private static final TemplateNode RESOURCES =
      TemplateNode.read(TEMPLATE.file()).required("Resources");

  /** {@code ${name}} or {@code ${name:default}} in an annotation. */
  private static final Pattern VALUE = Pattern.compile("\"\\$\\{([a-z.]+)(:[^}]*)?}\"");

  private static final Pattern REQUIRES = Pattern.compile("property = \"([a-z.]+)\"");

  private static final Pattern TABLE_ARN =
      Pattern.compile(
          "arn:aws:dynamodb:[^:]+:[^:]+:table/(\\w+)(?:/index/(\\w+)|/stream/(?:local|\\*))?");

  /** What every table has to say, and where. */
  private static final Map<String, String> TABLE_FACTS =
      Map.of(
          "DeletionPolicy", "Retain",
          "UpdateReplacePolicy", "Retain",
          "Properties/BillingMode", "PAY_PER_REQUEST",
          "Properties/DeletionProtectionEnabled", "true",
          "Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", "true",
          "Properties/SSESpecification/SSEEnabled", "true");

  static Stream<Function> functions() {
    return TEMPLATE.functions().values().stream();
  }

  static Stream<Table> tables() {
    return TEMPLATE.tables().values().stream();
  }

  /** The counters are meant to be forgotten. */
  static Stream<Table> lastingTables() {
    return tables().filter(table -> !table.logicalId().equals("CountersTable"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handler_shouldBeAClassOfItsModule(Function function) {
    assertThat(function.handler()).doesNotContain("::").endsWith("Handler");
    assertThat(handler(function)).isRegularFile();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handler_shouldAnswerEveryRouteOfItsFunction(Function function) {
    String code = read(handler(function));
    for (Route route : function.routes()) {
      if (!route.key().equals("$default")) {
        assertThat(code).contains('"' + route.key().replaceFirst("^HEAD ", "GET ") + '"');
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void cases_shouldLeadToRoutesOfTheTemplate(Function function) {
    Set<String> keys =
        function.routes().stream().map(Route::key).collect(Collectors.toCollection(HashSet::new));
    for (MatchResult found :
        Pattern.compile("\"((?:GET|POST|OPTIONS|PUT|DELETE) /[^\"]*)\"(?=[^;]*->)")
            .matcher(read(handler(function)))
            .results()
            .toList()) {
      assertThat(keys).contains(found.group(1));
    }
  }

  @Test
  void routes_shouldBeUnique() {
    assertThat(TEMPLATE.routes()).isNotEmpty().extracting(Route::key).doesNotHaveDuplicates();
  }

  @Test
  void routes_shouldTakeHead_whereverAPageAnswersGet() {
    Set<String> keys = keys();
    for (String key : keys) {
      if (key.matches("GET /(?!api/|hooks/).*")) {
        assertThat(keys).contains("HEAD " + key.substring("GET ".length()));
      }
    }
  }

  @Test
  void routes_shouldTakePreflights_whereverScriptsPost() {
    Set<String> keys = keys();
    for (String key : keys) {
      if (key.startsWith("POST /api/")) {
        assertThat(keys).contains("OPTIONS " + key.substring("POST ".length()));
      }
    }
  }

  @Test
  void api_shouldSayThatItIsOpen_soThatAGuidedDeployDoesNotAskAtEveryRoute() {
    assertThat(RESOURCES.required("SiteApi").find("Properties", "Auth", "EnableIamAuthorizer"))
        .map(TemplateNode::text)
        .contains("false");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void logs_shouldHaveAGroupOfTheirOwnThatEnds(Function function) {
    assertThat(function.logGroup()).contains(function.logicalId() + "LogGroup");
    assertThat(TEMPLATE.logGroups()).containsKey(function.logicalId() + "LogGroup");
  }

  @Test
  void logs_shouldEnd_inEveryGroup() {
    assertThat(TEMPLATE.logGroups().values())
        .hasSizeGreaterThan(TEMPLATE.functions().size())
        .allSatisfy(group -> assertThat(group.retentionInDays()).isPresent())
        .extracting(SamTemplate.LogGroup::name)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void timeout_shouldEndBeforeTheGatewaysDoes(Function function) {
    if (!function.routes().isEmpty()) {
      assertThat(function.timeout()).isLessThan(Duration.ofSeconds(30));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void queue_shouldWaitSixTimesAsLongAsItsFunction(Function function) {
    for (SamTemplate.QueueSource source : function.queues()) {
      assertThat(TEMPLATE.queue(source.queueId()).visibilityTimeout())
          .isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
    }
  }

  @Test
  void queues_shouldBeEncrypted_andKeepWhatTheyHaveForTwoWeeks() {
    assertThat(TEMPLATE.queues()).isNotEmpty();
    for (String id : TEMPLATE.queues().keySet()) {
      TemplateNode queue = RESOURCES.required(id);
      assertThat(queue.required("DeletionPolicy").text()).isEqualTo("Retain");
      TemplateNode properties = queue.required("Properties");
      assertThat(properties.required("SqsManagedSseEnabled").text()).isEqualTo("true");
      assertThat(properties.required("MessageRetentionPeriod").text())
          .isEqualTo(Long.toString(Duration.ofDays(14).toSeconds()));
    }
  }

  @Test
  void queues_shouldHaveDeadLetters_wheneverTheyCallAFunction() {
    for (Function function : TEMPLATE.functions().values()) {
      for (SamTemplate.QueueSource source : function.queues()) {
        assertThat(TEMPLATE.queue(source.queueId()).redrive())
            .hasValueSatisfying(
                redrive -> assertThat(TEMPLATE.queues()).containsKey(redrive.queueId()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void variables_shouldAllBeRead(Function function) {
    Set<String> read = new TreeSet<>();
    read.add("JAVA_TOOL_OPTIONS"); // By the JVM.
    properties(function).forEach(property -> read.add(property.variable()));
    for (String library : List.of("web", "domain")) {
      properties(library).forEach(property -> read.add(property.variable()));
    }
    assertThat(read).containsAll(environment(function).keySet());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void properties_shouldBeGivenOrHaveADefault(Function function) {
    assertThat(properties(function))
        .allSatisfy(
            property -> {
              if (!property.hasDefault()) {
                assertThat(environment(function)).containsKey(property.variable());
              }
            });
  }

  @Test
  void properties_shouldBeGivenToSomeFunctionOrHaveADefault_whenLibrariesReadThem() {
    Set<String> given = new HashSet<>();
    for (Function function : TEMPLATE.functions().values()) {
      given.addAll(environment(function).keySet());
    }
    for (String library : List.of("web", "domain")) {
      List<Property> properties = properties(library);
      assertThat(properties).isNotEmpty();
      for (Property property : properties) {
        if (!property.hasDefault()) {
          assertThat(given).contains(property.variable());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void role_shouldBeTheFunctionsOwnAndWriteItsOwnLogs(Function function) {
    assertThat(declared(function).required("Role").intrinsic())
        .get()
        .extracting(role -> role.argument().text())
        .isEqualTo(function.logicalId() + "Role.Arn");
    assertThat(function.statements())
        .filteredOn(statement -> statement.sid().equals("WriteLogs"))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.actions())
                  .containsExactly("logs:CreateLogStream", "logs:PutLogEvents");
              assertThat(statement.resources())
                  .singleElement()
                  .asString()
                  .endsWith(":log-group:" + function.logicalId() + "LogGroup:*");
            });
  }

  @ParameterizedTest
  @MethodSource("functions")
  void policies_shouldNameSingleActionsOnSingleResources(Function function) {
    for (Statement statement : function.statements()) {
      assertThat(statement.sid()).isNotBlank();
      assertThat(statement.effect()).isEqualTo("Allow");
      assertThat(statement.actions())
          .isNotEmpty()
          .allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z]+"));
      assertThat(statement.resources()).isNotEmpty();
      // The one star there stands for the log's streams, the forms that an operator makes, or the
      // table's stream, whose name nobody can know yet.
      if (!Set.of("WriteLogs", "ReadFormSecrets", "FindTheStream").contains(statement.sid())) {
        assertThat(statement.resources()).noneMatch(resource -> resource.contains("*"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void policies_shouldNameTablesThatTheFunctionUses(Function function) {
    Set<String> used = new HashSet<>(environment(function).values());
    function.streams().forEach(stream -> used.add(stream.tableId()));
    for (Statement statement : function.statements()) {
      boolean onTables =
          statement.actions().stream().anyMatch(action -> action.startsWith("dynamodb:"));
      for (String resource : onTables ? statement.resources() : List.<String>of()) {
        Matcher arn = TABLE_ARN.matcher(resource);
        assertThat(arn.matches()).as(resource).isTrue();
        assertThat(used).as(resource).contains(arn.group(1));
        String index = arn.group(2);
        if (index != null) {
          assertThat(TEMPLATE.tables().get(arn.group(1)))
              .extracting(Table::indexes)
              .satisfies(indexes -> assertThat(indexes).extracting(Index::name).contains(index));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void policies_shouldNameSecretsThatTheFunctionUses(Function function) {
    for (Statement statement : function.statements()) {
      boolean onSecrets = statement.actions().contains("ssm:GetParameter");
      for (String resource : onSecrets ? statement.resources() : List.<String>of()) {
        assertThat(resource).startsWith("arn:aws:ssm:us-east-1:000000000000:parameter/");
        if (!statement.sid().equals("ReadFormSecrets")) {
          assertThat(environment(function).values())
              .contains(resource.substring(resource.indexOf('/')));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void condition_shouldBeThatOfAllThatBelongsToTheFunction(Function function) {
    for (String part : List.of("Role", "LogGroup", "ErrorsAlarm", "DurationAlarm")) {
      assertThat(
              RESOURCES
                  .required(function.logicalId() + part)
                  .child("Condition")
                  .map(TemplateNode::text))
          .as(function.logicalId() + part)
          .isEqualTo(function.condition());
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void secrets_shouldBeWatched_whereverAFunctionReadsThem(Function function) {
    boolean reads =
        function.statements().stream().anyMatch(s -> s.actions().contains("ssm:GetParameter"));
    if (reads) {
      TemplateNode filter = RESOURCES.required(function.logicalId() + "SecretsFilter");
      assertThat(filter.child("Condition").map(TemplateNode::text)).isEqualTo(function.condition());
      assertThat(filter.required("Properties").required("FilterPattern").text())
          .isEqualTo("{ $.failure = \"*SecretUnavailableException\" }");
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void queue_shouldTakeLeads_whereverAFunctionStoresThemForARequest(Function function) {
    boolean stores = function.statements().stream().anyMatch(s -> s.sid().equals("StoreLeadsOnce"));
    if (stores && !function.routes().isEmpty()) {
      assertThat(environment(function)).containsKeys("SPILL_QUEUE_URL", "QUARANTINE_DAYS");
      assertThat(function.statements())
          .extracting(Statement::sid)
          .contains("QueueLeadsTheStoreRefuses");
    }
  }

  @Test
  void sources_shouldAllBeOff_whenNothingIsSaid() {
    assertThat(TEMPLATE.deployedWith(Map.of()).routes())
        .extracting(Route::key)
        .noneMatch(key -> key.contains("/hooks/"));
    assertThat(TEMPLATE.routes()).extracting(Route::key).contains("POST /hooks/google-ads");
  }

  @Test
  void samSettings_shouldSwitchOnWhatTheLocalServerDoes() {
    String settings = read(ROOT.resolve("samconfig.toml"));
    SampleSources.parameters()
        .forEach(
            (name, value) ->
                assertThat(settings.split('"' + name + '=' + value + '"', -1)).hasSize(3));
    assertThat(EventFixtures.parameters()).containsAllEntriesOf(SampleSources.parameters());
  }

  @Test
  void policies_shouldLetPagesReadOnly() {
    assertThat(TEMPLATE.function("PagesFunction").statements())
        .filteredOn(statement -> !statement.sid().equals("WriteLogs"))
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(statement.actions()).containsOnly("dynamodb:Query"));
  }

  @Test
  void policies_shouldDeleteOnlyWhereAPlatformErases() {
    assertThat(TEMPLATE.functions().values().stream().flatMap(f -> f.statements().stream()))
        .filteredOn(
            statement ->
                statement.actions().stream()
                    .anyMatch(action -> action.matches("dynamodb:.*Delete.*")))
        .extracting(Statement::sid)
        .containsExactly("EraseWhatLinkedInErases");
  }

  @ParameterizedTest
  @MethodSource("lastingTables")
  void table_shouldKeepItsData(Table table) {
    TemplateNode resource = RESOURCES.required(table.logicalId());
    TABLE_FACTS.forEach(
        (path, value) ->
            assertThat(resource.find(path.split("/", -1)).map(TemplateNode::text))
                .as("%s %s", table.logicalId(), path)
                .contains(value));
  }

  @Test
  void counters_shouldHaveNoBackups() {
    TemplateNode counters = RESOURCES.required("CountersTable");
    assertThat(counters.required("DeletionPolicy").text()).isEqualTo("Delete");
    assertThat(counters.required("Properties").child("PointInTimeRecoverySpecification")).isEmpty();
  }

  @Test
  void tables_shouldStreamWhatOthersFollow() {
    for (String table : List.of("LeadsTable", "TestimonialsTable")) {
      assertThat(TEMPLATE.tables().get(table))
          .extracting(Table::streamView)
          .satisfies(view -> assertThat(view).contains("NEW_AND_OLD_IMAGES"));
    }
  }

  @Test
  void tables_shouldForgetWhatExpires() {
    for (String table :
        List.of(
            "LeadsTable", "TestimonialsTable", "QuestionsTable", "CountersTable", "VotesTable")) {
      assertThat(TEMPLATE.tables().get(table))
          .extracting(Table::timeToLive)
          .satisfies(attribute -> assertThat(attribute).contains("expiresAt"));
    }
  }

  @Test
  void parameters_shouldDefaultToAnAllowedValue() {
    assertThat(TEMPLATE.parameters().values()).isNotEmpty();
    for (Parameter parameter : TEMPLATE.parameters().values()) {
      if (!parameter.allowedValues().isEmpty()) {
        assertThat(parameter.defaultValue()).as(parameter.name()).isPresent();
        assertThat(parameter.allowedValues())
            .as(parameter.name())
            .contains(parameter.defaultValue().orElseThrow());
      }
    }
  }

  @Test
  void events_shouldHaveAFolderForEveryFunctionAndNoOther() throws IOException {
    Set<String> folders;
    try (Stream<Path> files = Files.list(ROOT.resolve("events"))) {
      folders =
          files
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toSet());
    }
    assertThat(folders)
        .isEqualTo(
            functions()
                .map(function -> EventFixtures.folder(function.logicalId()))
                .collect(Collectors.toSet()));
  }

  /** A setting that code reads. */
  private record Property(String name, boolean hasDefault) {
    String variable() {
      return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
  }

  private static List<Property> properties(String library) {
    return properties(ROOT.resolve("functions/" + library + "/src/main/java"), Integer.MAX_VALUE);
  }

  /** What the code of a function reads: its handler's package, and that of its module. */
  private static List<Property> properties(Function function) {
    Path own = handler(function).resolveSibling("");
    Path shared =
        ROOT.resolve(
            "functions/"
                + module(function)
                + "/src/main/java/com/avonsolutions/"
                + module(function));
    List<Property> properties = new ArrayList<>(properties(own, Integer.MAX_VALUE));
    properties.addAll(properties(shared, 1));
    return properties;
  }

  private static List<Property> properties(Path folder, int depth) {
    List<Property> properties = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, depth)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = read(file);
        VALUE
            .matcher(code)
            .results()
            .forEach(found -> properties.add(new Property(found.group(1), found.group(2) != null)));
        REQUIRES
            .matcher(code)
            .results()
            .forEach(found -> properties.add(new Property(found.group(1), false)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static TemplateNode declared(Function function) {
    return RESOURCES.required(function.logicalId()).required("Properties");
  }

  private static Map<String, String> environment(Function function) {
    return TEMPLATE.environment(function.logicalId(), Map.of());
  }

  private static Set<String> keys() {
    return TEMPLATE.routes().stream().map(Route::key).collect(Collectors.toSet());
  }

  /** The folder under functions/: the package below com.avonsolutions. */
  private static String module(Function function) {
    return function.handler().split("\\.", -1)[2];
  }

  private static Path handler(Function function) {
    return ROOT.resolve(
        "functions/"
            + module(function)
            + "/src/main/java/"
            + function.handler().replace('.', '/')
            + ".java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
