package com.avonsolutions.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The function with a damaged file of word vectors. */
class DamagedVectorsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void start_shouldLogOnceAndAnswerByWords_whenTheVectorsAreDamaged() throws Exception {
    Map<String, String> environment = DATABASE.environmentOf("FaqFunction");
    load(environment);
    PrintStream before = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (DamagedLoader loader = new DamagedLoader()) {
      RequestStreamHandler handler = loader.start(environment);

      assertThat(
              EventFixtures.answer(
                      handler,
                      EventBuilder.request("GET", "/api/faqs/answers")
                          .query("q", "can you draw a logo")
                          .build())
                  .json())
          .containsEntry("answered", true);
      assertThat(log.toString(StandardCharsets.UTF_8)).containsOnlyOnce("answers by words alone");
    } finally {
      System.setOut(before);
    }
  }

  private static void load(Map<String, String> environment) {
    FaqEntry entry =
        new FaqEntry(
            "logo", "Can you draw a logo?", Optional.empty(), "Us", 1, false, List.of(), "Yes.");
    new AnswerQuestionsHandler(environment)
        .getApplicationContext()
        .getBean(FaqStore.class)
        .load(new StarterFaq(entry, "Yes.", "logo"));
  }

  /**
   * Loads the function again with truncated vectors. Lambda's interfaces are shared with the test.
   */
  private static final class DamagedLoader extends URLClassLoader {
    DamagedLoader() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    RequestStreamHandler start(Map<String, String> environment)
        throws ReflectiveOperationException {
      return (RequestStreamHandler)
          loadClass(AnswerQuestionsHandler.class.getName())
              .getConstructor(Map.class, Object[].class)
              .newInstance(environment, new Object[0]);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return name.startsWith("com.amazonaws.services.lambda.runtime.")
          ? DamagedVectorsTest.class.getClassLoader().loadClass(name)
          : super.findClass(name);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return name.endsWith("word-vectors.bin")
          ? new ByteArrayInputStream(new byte[100])
          : super.getResourceAsStream(name);
    }

    private static URL[] classPath() {
      String path =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      return Stream.of(path.split(File.pathSeparator, -1))
          .map(DamagedLoader::url)
          .toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
