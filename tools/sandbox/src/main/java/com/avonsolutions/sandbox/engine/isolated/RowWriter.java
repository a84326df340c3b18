package com.avonsolutions.sandbox.engine.isolated;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import java.io.File;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.shared.access.PaddingNumberEncoder;

/**
 * Writes rows into the file in which DynamoDB Local keeps its tables. Created by reflection in the
 * engine's class loader, while no engine has the file open. Accepts a table and the values of its
 * columns: bytes, a {@link Long}, a {@link BigDecimal} for a number that is a key, or null.
 */
public final class RowWriter implements BiConsumer<String, @Nullable Object[]>, AutoCloseable {
  private static final String FILE = "shared-local-instance.db";

  private final SQLiteConnection file;
  private final Map<String, String> indexes;
  private final Map<String, SQLiteStatement> inserts = new HashMap<>();

  /** Opens the file in this folder; an engine has created it. */
  public RowWriter(String folder) throws SQLiteException {
    file = new SQLiteConnection(new File(folder, FILE)).open(false);
    // An engine that was just closed may still hold a lock.
    file.setBusyTimeout(60_000);
    // An interrupted run starts again from zero, so its data need not survive.
    file.exec("PRAGMA synchronous = OFF");
    file.exec("PRAGMA journal_mode = MEMORY");
    file.exec("PRAGMA cache_size = 400000");
    file.exec("BEGIN");
    indexes = indexes();
    for (String name : indexes.keySet()) {
      file.exec("DROP INDEX \"" + name + '"');
    }
  }

  /** The statements that create the indexes again: much faster than updating them per row. */
  private Map<String, String> indexes() throws SQLiteException {
    Map<String, String> found = new HashMap<>();
    SQLiteStatement all =
        file.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOTNULL");
    while (all.step()) {
      found.put(all.columnString(0), all.columnString(1));
    }
    all.dispose();
    return found;
  }

  @Override
  public void accept(String table, @Nullable Object[] values) {
    try {
      SQLiteStatement insert = insert(table, values.length);
      for (int i = 0; i < values.length; i++) {
        bind(insert, i + 1, values[i]);
      }
      insert.step();
      insert.reset(true);
    } catch (SQLiteException e) {
      throw new IllegalStateException("Cannot insert into " + table, e);
    }
  }

  private SQLiteStatement insert(String table, int columns) throws SQLiteException {
    SQLiteStatement prepared = inserts.get(table);
    if (prepared != null) {
      return prepared;
    }
    SQLiteStatement created =
        file.prepare(
            "INSERT INTO \"%s\" VALUES (%s)"
                .formatted(table, String.join(", ", Collections.nCopies(columns, "?"))));
    inserts.put(table, created);
    return created;
  }

  private static void bind(SQLiteStatement insert, int column, @Nullable Object value)
      throws SQLiteException {
    if (value instanceof byte[] bytes) {
      insert.bind(column, bytes);
    } else if (value instanceof Long number) {
      insert.bind(column, number);
    } else if (value instanceof BigDecimal key) {
      insert.bind(column, PaddingNumberEncoder.encodeBigDecimal(key));
    } else {
      insert.bindNull(column);
    }
  }

  @Override
  public void close() throws SQLiteException {
    inserts.values().forEach(SQLiteStatement::dispose);
    for (String create : indexes.values()) {
      file.exec(create);
    }
    file.exec("COMMIT");
    file.dispose();
  }
}
