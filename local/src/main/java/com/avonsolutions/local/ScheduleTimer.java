package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Calls functions by the clock, the first time at once. */
final class ScheduleTimer {
  private final SamTemplate template;
  private final EventCalls calls;

  ScheduleTimer(SamTemplate template, EventCalls calls) {
    this.template = template;
    this.calls = calls;
  }

  void start() {
    for (SamTemplate.Function function : template.functions().values()) {
      for (Duration every : function.schedules()) {
        calls.repeat(every, () -> call(function.logicalId(), every));
      }
    }
  }

  private void call(String functionId, Duration every) {
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
      calls.call(functionId, "every " + every.toMinutes() + " minutes", "the clock", event);
    } catch (Exception e) {
      // It was said where it happened; the next time comes.
    }
  }
}
