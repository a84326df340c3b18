package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Invokes functions on their schedules, the first time at once. */
final class ScheduleTimer {
  private final SamTemplate template;
  private final EventInvoker invoker;

  ScheduleTimer(SamTemplate template, EventInvoker invoker) {
    this.template = template;
    this.invoker = invoker;
  }

  void start() {
    for (SamTemplate.Function function : template.functions().values()) {
      for (Duration every : function.schedules()) {
        invoker.repeat(every, () -> invoke(function.logicalId(), every));
      }
    }
  }

  private void invoke(String functionId, Duration every) {
    try {
      byte[] event =
          JSON.std.asBytes(
              Map.of(
                  "detail-type",
                  "Scheduled Event",
                  "source",
                  "aws.events",
                  "time",
                  Instant.now().toString(),
                  "detail",
                  Map.of()));
      invoker.invoke(functionId, "every " + every.toMinutes() + " minutes", "the clock", event);
    } catch (Exception e) {
      // LocalFunction has printed it; the schedule continues.
    }
  }
}
