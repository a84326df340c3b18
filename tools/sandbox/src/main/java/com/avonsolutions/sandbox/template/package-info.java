/**
 * template.yaml as objects: functions, routes, tables, values of parameters.
 *
 * <p>The only reader of the template; nothing else parses YAML.
 */
@NullMarked
package com.avonsolutions.sandbox.template;

import org.jspecify.annotations.NullMarked;
