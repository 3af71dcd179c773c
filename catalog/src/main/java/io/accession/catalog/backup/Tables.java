package io.accession.catalog.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables and sequences of the schema as PostgreSQL's own catalogue lists them, so that a new table is saved without
 * anybody thinking of it. Flyway's table is left out: its content is the schema's version.
 */
final class Tables {

    // xid8 columns hold numbers of transactions, which mean nothing in another cluster; generated columns make
    // themselves.
    private static final String COLUMNS = """
            SELECT c.relname, a.attname
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = current_schema()::regnamespace
               AND c.relkind = 'r'
               AND c.relname <> 'flyway_schema_history'
               AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype
             ORDER BY c.relname, a.attnum
            """;

    private static final String REFERENCES = """
            SELECT DISTINCT child.relname, parent.relname
              FROM pg_constraint k
              JOIN pg_class child ON child.oid = k.conrelid
              JOIN pg_class parent ON parent.oid = k.confrelid
             WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
               AND child.relnamespace = current_schema()::regnamespace
            """;

    // last_value is null until the sequence has given a number.
    private static final String SEQUENCES = """
            SELECT sequencename, coalesce(last_value + increment_by, start_value)
              FROM pg_sequences
             WHERE schemaname = current_schema()
             ORDER BY sequencename
            """;

    private static final String SCHEMA_VERSION = """
            SELECT version FROM flyway_schema_history
             WHERE success AND version IS NOT NULL
             ORDER BY installed_rank DESC LIMIT 1
            """;

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** The columns of each table, referred-to tables first. */
    Map<String, List<String>> columns() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        for (var row : pairs(COLUMNS)) {
            columns.computeIfAbsent(row.first(), name -> new ArrayList<>()).add(row.second());
        }
        var ordered = new LinkedHashMap<String, List<String>>();
        order(columns.keySet()).forEach(table -> ordered.put(table, List.copyOf(columns.get(table))));
        return ordered;
    }

    List<BackupContents.SavedSequence> sequences() throws SQLException {
        return pairs(SEQUENCES).stream()
                .map(row -> new BackupContents.SavedSequence(row.first(), Long.parseLong(row.second())))
                .toList();
    }

    boolean exist() throws SQLException {
        return !pairs("SELECT 'flyway_schema_history', to_regclass('flyway_schema_history') WHERE"
                        + " to_regclass('flyway_schema_history') IS NOT NULL")
                .isEmpty();
    }

    String schemaVersion() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SCHEMA_VERSION)) {
            return rows.next() ? rows.getString(1) : "0";
        }
    }

    /** A name as SQL wants it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Set<String> order(Set<String> tables) throws SQLException {
        var references = pairs(REFERENCES);
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < tables.size()) {
            var next = tables.stream()
                    .filter(table -> !ordered.contains(table))
                    .filter(table -> references.stream()
                            .noneMatch(row -> row.first().equals(table) && !ordered.contains(row.second())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException(
                        "These tables refer to one another in a circle, which no order of loading" + " satisfies: "
                                + tables);
            }
            ordered.addAll(next);
        }
        return ordered;
    }

    private List<Pair> pairs(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var pairs = new ArrayList<Pair>();
            while (rows.next()) {
                pairs.add(new Pair(rows.getString(1), rows.getString(2)));
            }
            return pairs;
        }
    }

    private record Pair(String first, String second) {}
}
