package com.avonsolutions.rules;

import com.avonsolutions.sandbox.Project;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Classes that each break one rule of {@link ArchitectureTest}, so that no rule is in vain. */
final class Broken {
  private Broken() {}

  record UsesTheSdk(DynamoDbClient client) {}

  record UsesTheSandbox(Project project) {}

  record UsesJackson(JsonToken token) {}

  static final class MakesAJsonFactory {
    JsonFactory make() {
      return JsonFactory.builder().build();
    }
  }

  static final class NotesStore {}

  static final class NotesHandler {}

  static final class Prints {
    void print() {
      System.out.println("a lead's name");
    }
  }

  static final class InjectsAField {
    @Inject @Nullable Project project;
  }

  static final class NotesUtils {}
}
