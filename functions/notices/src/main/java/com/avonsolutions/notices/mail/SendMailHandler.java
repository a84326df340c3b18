package com.avonsolutions.notices.mail;

import com.avonsolutions.notices.Dispatcher;
import com.avonsolutions.web.function.QueueHandler;
import com.avonsolutions.web.function.QueueMessage;
import jakarta.inject.Inject;
import java.util.Map;

/** Sends mail, one for each nudge. */
public final class SendMailHandler extends QueueHandler {
  @Inject Dispatcher dispatcher;

  /** Starts in Lambda. */
  public SendMailHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public SendMailHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected void handle(QueueMessage message) {
    dispatcher.dispatch(message.body());
  }
}
