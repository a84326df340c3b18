package com.avonsolutions.local.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which module depends on which.
 *
 * @param dependencies of each module, dependencies before the modules that need them
 */
record ModuleGraph(Map<Module, Set<Module>> dependencies) {

  static ModuleGraph of(Path root) throws IOException {
    Map<String, Module> byName = new LinkedHashMap<>();
    for (Module module : Module.all(root)) {
      byName.put(module.name(), module);
    }
    Map<Module, Set<Module>> direct = new LinkedHashMap<>();
    for (Module module : byName.values()) {
      Set<Module> needed = new LinkedHashSet<>();
      for (String name : module.dependencies()) {
        Optional.ofNullable(byName.get(name)).ifPresent(needed::add);
      }
      direct.put(module, needed);
    }
    Map<Module, Set<Module>> ordered = new LinkedHashMap<>();
    direct.keySet().forEach(module -> add(module, direct, ordered));
    return new ModuleGraph(ordered);
  }

  private static Set<Module> add(
      Module module, Map<Module, Set<Module>> direct, Map<Module, Set<Module>> ordered) {
    if (!ordered.containsKey(module)) {
      Set<Module> all = new LinkedHashSet<>();
      for (Module needed : Objects.requireNonNull(direct.get(module))) {
        all.addAll(add(needed, direct, ordered));
        all.add(needed);
      }
      ordered.put(module, all);
    }
    return Objects.requireNonNull(ordered.get(module));
  }

  List<Module> modules() {
    return List.copyOf(dependencies.keySet());
  }

  /**
   * Those of these modules, and of the modules that depend on one of them, in the order to build.
   */
  List<Module> withDependents(Set<Module> changed) {
    List<Module> concerned = new ArrayList<>();
    dependencies.forEach(
        (module, needed) -> {
          if (changed.contains(module) || needed.stream().anyMatch(changed::contains)) {
            concerned.add(module);
          }
        });
    return concerned;
  }
}
