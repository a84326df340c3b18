package com.avonsolutions.local.overview;

import com.avonsolutions.sandbox.engine.SqsMessage;
import java.util.List;

/** The messages in a queue. */
public record QueueContents(String id, List<SqsMessage> messages) {}
