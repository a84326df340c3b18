package com.avonsolutions.web.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.web.function.TestHandler;
import com.avonsolutions.web.http.RequestLog;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class FunctionContextTest {

  @Test
  void beans_shouldBeOursAlone() {
    try (TestHandler handler = new TestHandler()) {
      var context = handler.getApplicationContext();

      assertThat(context.containsBean(ExecutorService.class)).isFalse();
      assertThat(context.containsBean(RequestLog.class)).isTrue();
    }
  }
}
