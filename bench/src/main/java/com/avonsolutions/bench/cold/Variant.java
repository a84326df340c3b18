package com.avonsolutions.bench.cold;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program whose starts are measured.
 *
 * @param command program and arguments
 * @param folder working directory, where the runtime's client looks for the function
 * @param environment variables in addition to those of the Runtime API
 */
record Variant(List<String> command, Path folder, Map<String, String> environment) {}
