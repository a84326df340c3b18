package com.avonsolutions.sandbox.snapshot;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The state that a snapshot of a function would contain: a line for every scalar that is reachable
 * through our own classes. Of library objects only the class name is listed.
 */
final class ReachableState {
  private static final String OURS = "com.avonsolutions.";

  private final List<String> lines = new ArrayList<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ReachableState() {}

  /** The lines, each with the path to its value. */
  static List<String> of(Object root) {
    ReachableState state = new ReachableState();
    state.visit(root.getClass().getSimpleName(), root);
    return state.lines;
  }

  private void visit(String path, @Nullable Object value) {
    if (value == null || value instanceof Clock) {
      return;
    }
    if (isScalar(value)) {
      lines.add(path + " " + value.getClass().getSimpleName() + " " + value);
    } else if (seen.add(value)) {
      enter(path, value);
    }
  }

  private static boolean isScalar(Object value) {
    return value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum<?>
        || value instanceof TemporalAccessor
        || value instanceof Duration
        || value instanceof UUID;
  }

  private void enter(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            visit(path + ".key", key);
            visit(path + "[" + (isScalar(key) ? key : "") + "]", item);
          });
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> visit(path + "[]", item));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(item -> visit(path, item));
    } else if (value instanceof AtomicReference<?> reference) {
      visit(path, reference.get());
    } else if (value.getClass().isArray() && value.getClass().getComponentType().isPrimitive()) {
      lines.add(path + " hash " + Arrays.deepHashCode(new Object[] {value}));
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        visit(path + "[]", Array.get(value, i));
      }
    } else if (value.getClass().getName().startsWith(OURS)) {
      enterFields(path, value);
    } else {
      lines.add(path + " is " + value.getClass().getSimpleName());
    }
  }

  private void enterFields(String path, Object value) {
    for (Class<?> type = value.getClass();
        type != null && type.getName().startsWith(OURS);
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        String name = path + "." + field.getName();
        try {
          field.setAccessible(true);
          visit(name, field.get(Modifier.isStatic(field.getModifiers()) ? null : value));
        } catch (IllegalAccessException e) {
          throw new AssertionError(name, e);
        }
      }
    }
  }
}
