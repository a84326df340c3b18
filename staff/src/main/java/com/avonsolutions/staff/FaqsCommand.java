package com.avonsolutions.staff;

import com.avonsolutions.sandbox.Project;
import java.util.List;

/** {@code faqs load}: brings the starter FAQs into a table, here or in the cloud. */
final class FaqsCommand implements Command {

  @Override
  public void run(List<String> arguments) throws Exception {
    TableTarget target = TableTarget.parse(arguments, System.getenv(), "FAQS_TABLE", "FaqsTable");
    if (!target.words().equals(List.of("load"))) {
      throw new UserError("Usage: faqs load (--endpoint URL | --table NAME)");
    }
    try (Stores stores = Stores.open(target.environment())) {
      System.out.println(StarterFaqContent.of(Project.root()).load(stores));
    }
  }
}
