package com.avonsolutions.notices.reports;

import com.avonsolutions.web.function.QueueHandler;
import com.avonsolutions.web.function.QueueMessage;
import jakarta.inject.Inject;
import java.util.Map;

/** Notes what Amazon SES reports of mail, one event for each message. */
public final class NoteMailEventsHandler extends QueueHandler {
  @Inject MailEvents events;

  /** Starts in Lambda. */
  public NoteMailEventsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public NoteMailEventsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected void handle(QueueMessage message) {
    events.note(message.body());
  }
}
