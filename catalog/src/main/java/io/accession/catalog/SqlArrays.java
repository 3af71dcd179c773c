package io.accession.catalog;

import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as parameters: how a set of values goes to the server in one statement.
 *
 * <p>What the server plans for an array of one value looks cheaper to it than what it plans for arrays of any length: it would plan the statement anew
 * each time, which can take longer than running it. Statements that many calls run say {@code ARRAY(SELECT unnest(:values))}; then it cannot know
 * the length, and keeps the plan (docs/decisions/0069).
 */
public final class SqlArrays {

    private SqlArrays() {}

    public static Argument bytes(Handle handle, byte[][] values) {
        return array(handle, "bytea", values);
    }

    public static Argument uuids(Handle handle, Stream<? extends @Nullable UUID> values) {
        return array(handle, "uuid", values.toArray());
    }

    public static Argument texts(Handle handle, Stream<? extends @Nullable String> values) {
        return array(handle, "text", values.toArray());
    }

    public static Argument integers(Handle handle, Stream<? extends @Nullable Integer> values) {
        return array(handle, "int4", values.toArray());
    }

    public static Argument longs(Handle handle, Stream<? extends @Nullable Long> values) {
        return array(handle, "int8", values.toArray());
    }

    public static Argument doubles(Handle handle, Stream<? extends @Nullable Double> values) {
        return array(handle, "float8", values.toArray());
    }

    public static Argument flags(Handle handle, Stream<Boolean> values) {
        return array(handle, "bool", values.toArray());
    }

    private static Argument array(Handle handle, String type, @Nullable Object[] values) {
        return (position, statement, context) ->
                statement.setArray(position, handle.getConnection().createArrayOf(type, values));
    }
}
