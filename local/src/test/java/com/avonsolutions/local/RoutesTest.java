package com.avonsolutions.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  private static final String TEMPLATE =
      """
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.b.C
            Events:
              Default: { Type: HttpApi }
              Greedy: { Type: HttpApi, Properties: { Method: GET, Path: "/notes/{rest+}" } }
              Any: { Type: HttpApi, Properties: { Method: ANY, Path: "/notes/{id}" } }
              One: { Type: HttpApi, Properties: { Method: GET, Path: "/notes/{id}" } }
              Exact: { Type: HttpApi, Properties: { Method: POST, Path: /notes/new } }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "POST, /notes/new, POST /notes/new",
    "GET, /notes/new, GET /notes/{id}",
    "DELETE, /notes/new, ANY /notes/{id}",
    "GET, /notes/a/b, GET /notes/{rest+}",
    "POST, /notes/a/b, $default",
    "GET, /, $default",
  })
  void match_shouldPreferPathThenMethod(String method, String path, String key) throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);

    assertThat(Routes.of(SamTemplate.read(file)).match(method, path))
        .hasValueSatisfying(entry -> assertThat(entry.key().text()).isEqualTo(key));
  }
}
