package com.avonsolutions.bench.cold;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Something to start.
 *
 * @param command with its arguments
 * @param folder where it runs, which is where the runtime's client looks for the function
 * @param environment beside that of the Runtime API
 */
record Variant(List<String> command, Path folder, Map<String, String> environment) {}
