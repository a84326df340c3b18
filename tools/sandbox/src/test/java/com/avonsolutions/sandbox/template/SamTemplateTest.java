package com.avonsolutions.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.template.SamTemplate.Route;
import com.avonsolutions.sandbox.template.SamTemplate.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamTemplateTest {

  private static final String TEMPLATE =
      """
      Parameters:
        Stage: { Type: String, Default: test, AllowedValues: [test, live] }
        Secret: { Type: String, AllowedPattern: "[a-z]+" }
        Days: { Type: Number, Default: 30 }
        Extra: { Type: String, Default: "off", AllowedValues: ["off", "on"] }
      Conditions:
        IsLive: !Equals [!Ref Stage, live]
        HasExtra: !Not [!Equals [!Ref Extra, "off"]]
        HasEither: { "Fn::Or": [!Condition IsLive, { Condition: HasExtra }] }
        HasBoth: !And [!Condition IsLive, !Condition HasExtra]
      Globals:
        Function:
          Timeout: 20
          Environment: { Variables: { STAGE: !Ref Stage, COLOUR: red } }
      Resources:
        NotesFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.b.NotesHandler
            LoggingConfig: { LogGroup: !Ref NotesLogGroup }
            Environment:
              Variables:
                COLOUR: blue
                SIZE: !If [HasBoth, large, !If [HasEither, middling, small]]
                NOTES_TABLE: { Ref: NotesTable }
                NOTES_ARN: !GetAtt NotesTable.Arn
                GREETING: !Sub "${Stage}: ${!kept} ${AWS::Region}"
            Role: !GetAtt NotesRole.Arn
            Events:
              One: { Type: HttpApi, Properties: { Method: get, Path: "/notes/{id}" } }
              Rest: { Type: HttpApi }
              Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
              Changes:
                Type: DynamoDB
                Properties:
                  Stream: !GetAtt NotesTable.StreamArn
                  BatchSize: 7
                  FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] }
        NotesRole:
          Type: AWS::IAM::Role
          Properties:
            Policies:
              - PolicyName: Notes
                PolicyDocument:
                  Statement:
                    - Sid: Read
                      Effect: Allow
                      Action: dynamodb:Query
                      Resource: !Sub ${NotesTable.Arn}/index/byState
        OtherFunction:
          Type: AWS::Serverless::Function
          Condition: HasEither
          Properties:
            Handler: a.b.OtherHandler
            Timeout: 5
            Environment: { Variables: { SECRET: !Ref Secret } }
            Events: { Alarms: { Type: SNS } }
        NotesLogGroup:
          Type: AWS::Logs::LogGroup
          Properties: { LogGroupName: !Sub "/aws/${AWS::StackName}-notes", RetentionInDays: !Ref Days }
        NotesTable:
          Type: AWS::DynamoDB::Table
          Properties:
            TimeToLiveSpecification: { AttributeName: expiresAt, Enabled: true }
            StreamSpecification: { StreamViewType: NEW_IMAGE }
            AttributeDefinitions:
              - { AttributeName: id, AttributeType: S }
              - { AttributeName: state, AttributeType: S }
            KeySchema: [{ AttributeName: id, KeyType: HASH }]
            GlobalSecondaryIndexes:
              - IndexName: byState
                KeySchema: [{ AttributeName: state, KeyType: HASH }]
                Projection: { ProjectionType: INCLUDE, NonKeyAttributes: [title] }
        ExtraLogGroup: { Type: AWS::Logs::LogGroup, Condition: HasExtra }
        Alarm: { Type: AWS::CloudWatch::Alarm }
      """;

  private static final String NOTES_ARN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/NotesTable";

  @TempDir Path folder;

  @Test
  void functions_shouldHaveHandlerTimeoutRoutesAndRights() throws IOException {
    SamTemplate template = read(TEMPLATE);

    SamTemplate.Function notes = template.function("NotesFunction");
    assertThat(notes.handler()).isEqualTo("a.b.NotesHandler");
    assertThat(notes.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(notes.logGroup()).contains("NotesLogGroup");
    assertThat(notes.routes())
        .containsExactly(
            new Route("GET /notes/{id}", "NotesFunction"), new Route("$default", "NotesFunction"));
    assertThat(notes.statements())
        .containsExactly(
            new Statement(
                "Read", "Allow", List.of("dynamodb:Query"), List.of(NOTES_ARN + "/index/byState")));
    assertThat(template.function("OtherFunction").timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void functions_shouldHaveStreamsAndSchedules() throws IOException {
    SamTemplate.Function notes = read(TEMPLATE).function("NotesFunction");

    assertThat(notes.schedules()).containsExactly(Duration.ofDays(1));
    assertThat(notes.streams())
        .singleElement()
        .satisfies(
            stream -> {
              assertThat(stream.tableId()).isEqualTo("NotesTable");
              assertThat(stream.batchSize()).isEqualTo(7);
              assertThat(stream.filters())
                  .singleElement()
                  .matches(filter -> filter.fits(Map.of("eventName", "INSERT")))
                  .matches(filter -> !filter.fits(Map.of("eventName", "REMOVE")));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 day), every day, a schedule other than rate(5 minutes) is not understood",
    "'[\"INSERT\"]', '[{\"prefix\":\"I\"}]', only lists of texts are understood"
  })
  void read_shouldFail_whenAScheduleOrFilterIsNotSupported(
      String part, String other, String complaint) {
    assertThatThrownBy(() -> read(TEMPLATE.replace(part, other)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void environment_shouldResolveReferences_whenFunctionOverridesGlobals() throws IOException {
    assertThat(read(TEMPLATE).environment("NotesFunction", Map.of("Stage", "live")))
        .containsExactly(
            Map.entry("STAGE", "live"),
            Map.entry("COLOUR", "blue"),
            Map.entry("SIZE", "middling"),
            Map.entry("NOTES_TABLE", "NotesTable"),
            Map.entry("NOTES_ARN", NOTES_ARN),
            Map.entry("GREETING", "live: ${kept} us-east-1"));
  }

  @Test
  void environment_shouldFail_whenParameterHasNoValue() throws IOException {
    SamTemplate template = read(TEMPLATE);

    assertThatThrownBy(() -> template.environment("OtherFunction", Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("parameter Secret has no default");
    assertThat(template.environment("OtherFunction", Map.of("Secret", "s")))
        .containsEntry("SECRET", "s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Stage  | Live | : parameter Stage may be [test, live], not "Live"
          Secret | S3   | : parameter Secret must match [a-z]+, not "S3"
          Stge   | live | has no parameter Stge
          """)
  void checkParameters_shouldFail_whenNameOrValueIsNotAllowed(
      String name, String value, String fault) throws IOException {
    SamTemplate template = read(TEMPLATE);

    assertThatThrownBy(() -> template.checkParameters(Map.of(name, value)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(fault);
    assertThatThrownBy(() -> template.environment("NotesFunction", Map.of(name, value)))
        .isInstanceOf(TemplateException.class);
    template.checkParameters(Map.of("Stage", "live", "Secret", "abc"));
  }

  @Test
  void tables_shouldHaveKeysIndexesExpiryAndStream() throws IOException {
    SamTemplate.Table table = read(TEMPLATE).tables().get("NotesTable");

    assertThat(table)
        .isEqualTo(
            new SamTemplate.Table(
                "NotesTable",
                Map.of("id", "S", "state", "S"),
                List.of(new SamTemplate.KeyElement("id", "HASH")),
                List.of(
                    new SamTemplate.Index(
                        "byState",
                        List.of(new SamTemplate.KeyElement("state", "HASH")),
                        "INCLUDE",
                        List.of("title"))),
                Optional.of("expiresAt"),
                Optional.of("NEW_IMAGE")));
  }

  @Test
  void logGroups_shouldHaveNameAndRetention() throws IOException {
    assertThat(read(TEMPLATE).logGroups().values())
        .containsExactly(
            new SamTemplate.LogGroup(
                "NotesLogGroup", Optional.empty(), "/aws/local-notes", OptionalInt.of(30)),
            new SamTemplate.LogGroup(
                "ExtraLogGroup", Optional.of("HasExtra"), "ExtraLogGroup", OptionalInt.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Handler: a.b.NotesHandler | Handlr: a.b.NotesHandler | :19: Properties has no Handler
          Handler: a.b.NotesHandler | Handler: | :19: Handler names no class
          Events: { Alarms: { Type: SNS } } | MemorySize: 512 | OtherFunction has no Events, so nothing calls it
          Stream: !GetAtt NotesTable.StreamArn | Stream: NotesTable | Stream must be !GetAtt of a table's StreamArn
          AllowedPattern: "[a-z]+" | AllowedPattern: "[a-z" | :3: [a-z is no regular expression
          Handler: a.b.NotesHandler | Handler: [ | not valid YAML
          RetentionInDays: !Ref Days | RetentionInDays: !ImportValue Days | !ImportValue is not understood here
          RetentionInDays: !Ref Days | RetentionInDays: soon | RetentionInDays must be a whole number
          RetentionInDays: !Ref Days | RetentionInDays: !Ref Dayz | there is no parameter or resource Dayz
          Method: get, Path | Path | needs Path and Method
          Method: get | Method: fetch | there is no method FETCH
          Path: "/notes/{id}" | Path: notes | must start with /
          Type: Schedule | Type: Api | an event of type Api is not understood
          Rest: { Type: HttpApi } | Rest: { Type: HttpApi, Properties: { Method: GET, Path: "/notes/{id}" } } | the route GET /notes/{id} already belongs to NotesFunction
          Statement: | Statements: | PolicyDocument has no Statement
          Role: !GetAtt NotesRole.Arn | Policies: [DynamoDBCrudPolicy] | rights belong into a role of its own
          Role: !GetAtt NotesRole.Arn | Role: !GetAtt NotesTable.Arn | Role must be !GetAtt of a role's Arn
          ${NotesTable.Arn}/index | ${NotesTable.Name}/index | the attribute NotesTable.Name
          KeySchema: [{ AttributeName: id, | KeySchema: [{ AttributeName: idd, | the key idd is not among
          COLOUR: blue | NOTES_ARN: blue | NOTES_ARN is declared twice
          Condition: HasEither | Condition: HasNone | there is no condition HasNone
          """)
  void read_shouldNameFileAndFault_whenTemplateIsInvalid(String part, String broken, String fault) {
    assertThat(TEMPLATE).contains(part);

    assertThatThrownBy(() -> read(TEMPLATE.replace(part, broken)))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(folder.resolve("template.yaml") + ":")
        .hasMessageContaining(fault);
  }

  @Test
  void deployedWith_shouldOmitDisabledResources() throws IOException {
    SamTemplate template = read(TEMPLATE);

    assertThat(template.functions()).containsOnlyKeys("NotesFunction", "OtherFunction");
    SamTemplate off = template.deployedWith(Map.of());
    assertThat(off.functions()).containsOnlyKeys("NotesFunction");
    assertThat(off.logGroups()).containsOnlyKeys("NotesLogGroup");
    assertThat(off.environment("NotesFunction", Map.of())).containsEntry("SIZE", "small");
    SamTemplate live = template.deployedWith(Map.of("Stage", "live"));
    assertThat(live.functions()).containsOnlyKeys("NotesFunction", "OtherFunction");
    assertThat(live.logGroups()).containsOnlyKeys("NotesLogGroup");
    SamTemplate both = template.deployedWith(Map.of("Stage", "live", "Extra", "on"));
    assertThat(both.logGroups()).containsOnlyKeys("NotesLogGroup", "ExtraLogGroup");
    assertThat(both.environment("NotesFunction", Map.of())).containsEntry("SIZE", "large");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Equals [!Ref Stage, live] | !Equals [!Ref Stage] | :7: a condition function with 1 arguments
          !Equals [!Ref Stage, live] | live | :7: IsLive must be a condition function
          !Equals [!Ref Stage, live] | !Join [a, b] | :7: !Join is not understood in a condition
          !Equals [!Ref Stage, live] | !Condition IsDead | :7: there is no condition IsDead
          """)
  void deployedWith_shouldNameTheLine_whenAConditionIsInvalid(
      String part, String broken, String fault) throws IOException {
    SamTemplate template = read(TEMPLATE.replace(part, broken));

    assertThatThrownBy(() -> template.deployedWith(Map.of("Extra", "off")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("template.yaml" + fault);
  }

  @Test
  void environment_shouldNameTheLine_whenIntrinsicIsUnknown() throws IOException {
    SamTemplate template = read(TEMPLATE.replace("COLOUR: blue", "COLOUR: !Join [blue, red]"));

    assertThatThrownBy(() -> template.environment("NotesFunction", Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("template.yaml:23: !Join is not understood here");
  }

  @Test
  void read_shouldFail_whenRoleHoldsAManagedPolicy() {
    String managed = "Properties:\n      ManagedPolicyArns: [!Ref Any]\n      Policies:";

    assertThatThrownBy(() -> read(TEMPLATE.replaceFirst("Properties:\\s+Policies:", managed)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("a managed policy would hide what a function may do");
  }

  @Test
  void read_shouldFail_whenFileIsMissing() {
    assertThatThrownBy(() -> SamTemplate.read(folder.resolve("template.yaml")))
        .isInstanceOf(TemplateException.class)
        .hasMessageEndingWith("template.yaml does not exist");
  }

  @Test
  void ofProject_shouldReadTheRealTemplate() {
    SamTemplate template = SamTemplate.ofProject();

    assertThat(template.routes()).contains(new Route("POST /contact", "ContactFunction"));
    assertThat(template.tables()).containsKey("LeadsTable");
    template.functions().keySet().forEach(id -> template.environment(id, Map.of()));
  }

  private SamTemplate read(String text) throws IOException {
    return SamTemplate.read(Files.writeString(folder.resolve("template.yaml"), text));
  }
}
