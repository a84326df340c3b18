package com.avonsolutions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.TemplateNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds template.yaml to this: nothing fails, waits or is turned away unseen. */
class TemplateAlarmsTest {
  private static final TemplateNode RESOURCES =
      TemplateNode.read(SamTemplate.ofProject().file()).required("Resources");

  static Stream<String> functions() {
    return idsOf("AWS::Serverless::Function");
  }

  static Stream<String> alarms() {
    return idsOf("AWS::CloudWatch::Alarm");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void function_shouldHaveAlarmsForErrorsAndDuration(String id) {
    assertThat(metric(id + "ErrorsAlarm")).isEqualTo("AWS/Lambda Errors FunctionName=" + id);
    assertThat(metric(id + "DurationAlarm")).isEqualTo("AWS/Lambda Duration FunctionName=" + id);
    assertThat(text(id + "DurationAlarm", "ExtendedStatistic")).contains("p99");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void function_shouldHaveAnAlarmForItsLag_whenItFollowsAStream(String id) {
    if (events(id).anyMatch(event -> is(event, "DynamoDB"))) {
      assertThat(metric(id + "LagAlarm")).isEqualTo("AWS/Lambda IteratorAge FunctionName=" + id);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void deployment_shouldGoBack_whenTheFunctionsAlarmSounds(String id) {
    assertThat(properties(id).find("DeploymentPreference", "Alarms").orElseThrow().items())
        .singleElement()
        .extracting(alarm -> alarm.intrinsic().orElseThrow().argument().text())
        .isEqualTo(id + "ErrorsAlarm");
  }

  @Test
  void queue_shouldHaveAnAlarm_whenItIsTheLast() {
    idsOf("AWS::SQS::Queue")
        .filter(id -> properties(id).child("RedrivePolicy").isEmpty())
        .forEach(
            id ->
                assertThat(metric(id + "Alarm"))
                    .isEqualTo("AWS/SQS ApproximateNumberOfMessagesVisible QueueName=" + id));
  }

  @Test
  void site_shouldHaveAlarmsForWhatFunctionsAndTablesShare() {
    assertThat(metric("ServerErrorsAlarm")).isEqualTo("AWS/ApiGateway 5xx ApiId=SiteApi");
    assertThat(metric("FunctionThrottlesAlarm")).isEqualTo("AWS/Lambda Throttles");
    assertThat(metric("TableThrottlesAlarm"))
        .isEqualTo(
            "SELECT SUM(ThrottledRequests) FROM SCHEMA(\"AWS/DynamoDB\", Operation, TableName)");
    assertThat(metric("TableErrorsAlarm"))
        .isEqualTo("SELECT SUM(SystemErrors) FROM SCHEMA(\"AWS/DynamoDB\", Operation, TableName)");
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_shouldSayWhatIsWrongAndTellTheTopic(String id) {
    assertThat(text(id, "AlarmDescription")).get().asString().isNotBlank();
    assertThat(text(id, "TreatMissingData")).contains("notBreaching");
    TemplateNode.Intrinsic actions =
        properties(id).required("AlarmActions").intrinsic().orElseThrow();
    assertThat(actions.function()).isEqualTo("If");
    List<TemplateNode> choice = actions.argument().items();
    assertThat(choice.get(0).text()).isEqualTo("HasAlarmTopic");
    assertThat(reference(choice.get(1).items().get(0))).isEqualTo("AlarmTopicArn");
  }

  /** What an alarm watches: its namespace, metric and dimensions, or its query. */
  private static String metric(String alarm) {
    Optional<TemplateNode> queries = properties(alarm).child("Metrics");
    if (queries.isPresent()) {
      return queries.get().items().get(0).required("Expression").text();
    }
    Map<String, String> dimensions = new TreeMap<>();
    for (TemplateNode dimension :
        properties(alarm).child("Dimensions").map(TemplateNode::items).orElse(List.of())) {
      dimensions.put(dimension.required("Name").text(), reference(dimension.required("Value")));
    }
    StringBuilder metric = new StringBuilder();
    metric
        .append(text(alarm, "Namespace").orElseThrow())
        .append(' ')
        .append(text(alarm, "MetricName").orElseThrow());
    dimensions.forEach((name, of) -> metric.append(' ').append(name).append('=').append(of));
    return metric.toString();
  }

  /** The resource that a dimension names: a queue's is !GetAtt X.QueueName, any other !Ref X. */
  private static String reference(TemplateNode value) {
    return value.intrinsic().orElseThrow().argument().text().replace(".QueueName", "");
  }

  private static Stream<TemplateNode> events(String function) {
    return properties(function).child("Events").stream()
        .flatMap(events -> events.entries().values().stream());
  }

  private static Stream<String> idsOf(String type) {
    return RESOURCES.entries().entrySet().stream()
        .filter(resource -> is(resource.getValue(), type))
        .map(Map.Entry::getKey);
  }

  private static boolean is(TemplateNode node, String type) {
    return node.required("Type").text().equals(type);
  }

  private static TemplateNode properties(String id) {
    return RESOURCES.required(id).required("Properties");
  }

  private static Optional<String> text(String id, String property) {
    return properties(id).child(property).map(TemplateNode::text);
  }
}
