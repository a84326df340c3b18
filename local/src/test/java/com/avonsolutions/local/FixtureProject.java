package com.avonsolutions.local;

import com.avonsolutions.local.fixture.EchoHandler;
import com.avonsolutions.local.fixture.FailOnceHandler;
import com.avonsolutions.local.fixture.FaultyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small built project: a template, and one module with its functions. */
record FixtureProject(Path root) {

  static final String TEMPLATE =
      """
      Globals:
        Function: { Timeout: 20 }
      Resources:
        EchoFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.avonsolutions.local.fixture.EchoHandler
            Environment: { Variables: { NOTES_TABLE: !Ref NotesTable } }
            Events:
              Notes: { Type: HttpApi, Properties: { Method: GET, Path: /notes } }
              NotesHead: { Type: HttpApi, Properties: { Method: HEAD, Path: /notes } }
              Add: { Type: HttpApi, Properties: { Method: POST, Path: /notes } }
              Latest: { Type: HttpApi, Properties: { Method: GET, Path: /notes/latest } }
              Note: { Type: HttpApi, Properties: { Method: GET, Path: "/notes/{id}" } }
        FaultyFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.avonsolutions.local.fixture.FaultyHandler
            Events:
              Default: { Type: HttpApi }
        NotesQueueFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.avonsolutions.local.fixture.FailOnceHandler
            Environment: { Variables: { QUEUE_URL: !Ref NotesQueue } }
            Events:
              Notes:
                Type: SQS
                Properties: { Queue: !GetAtt NotesQueue.Arn, BatchSize: 1, FunctionResponseTypes: [ReportBatchItemFailures] }
        ChangesFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.avonsolutions.local.fixture.EchoHandler
            Events:
              Daily: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
              Notes:
                Type: DynamoDB
                Properties:
                  Stream: !GetAtt NotesTable.StreamArn
                  BatchSize: 1
                  FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"state":{"S":["NEW"]}}}}' }] }
        NotesQueue:
          Type: AWS::SQS::Queue
          Properties: { VisibilityTimeout: 1 }
        NotesTable:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
            KeySchema: [{ AttributeName: id, KeyType: HASH }]
            StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
        TagsTable:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
            KeySchema: [{ AttributeName: id, KeyType: HASH }]
      """;

  static FixtureProject in(Path folder) throws IOException {
    return in(folder, TEMPLATE);
  }

  static FixtureProject in(Path folder, String template) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), template);
    Path module = folder.resolve("functions/fixture/target");
    copy(EchoHandler.class, module);
    copy(FaultyHandler.class, module);
    copy(FailOnceHandler.class, module);
    Files.writeString(module.resolve("runtime-classpath.txt"), "");
    return new FixtureProject(folder);
  }

  private static void copy(Class<?> type, Path module) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path target = module.resolve("classes").resolve(file);
    Files.createDirectories(target.getParent());
    try (InputStream bytes = type.getResourceAsStream("/" + file)) {
      if (bytes == null) {
        throw new IOException(file + " is not on the class path");
      }
      Files.copy(bytes, target);
    }
  }
}
