package com.avonsolutions.local.page;

import com.avonsolutions.sandbox.event.Answer;
import java.io.IOException;
import java.util.Optional;

/** A part of the pages that only the local server has. */
@FunctionalInterface
public interface LocalPart {

  /** Answers a request; empty if the path belongs to another part. */
  Optional<Answer> answer(LocalRequest request) throws IOException, InterruptedException;
}
