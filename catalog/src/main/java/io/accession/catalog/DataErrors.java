package io.accession.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes many rows at once, and finds those that the database cannot hold: what fails on its data is halved until single rows fail. For
 * statements that go into the transaction of the handle; a sound range costs one savepoint.
 */
final class DataErrors {

    private DataErrors() {}

    /** Writes a range of rows in one statement. */
    @FunctionalInterface
    interface RangeWrite {
        void write(int from, int to) throws SQLException;
    }

    /** A row that cannot be held. */
    record RefusedRow(int index, String reason) {}

    /** Rows are halved at places where {@code groups} changes, so that rows of one group stay or go together. */
    static List<RefusedRow> write(Handle handle, int[] groups, RangeWrite write) {
        var refused = new ArrayList<RefusedRow>();
        if (groups.length > 0) {
            write(handle, groups, 0, groups.length, write, refused);
        }
        return refused;
    }

    private static void write(
            Handle handle, int[] groups, int from, int to, RangeWrite write, List<RefusedRow> refused) {
        var savepoint = "rows_" + from + "_" + to;
        handle.savepoint(savepoint);
        try {
            write.write(from, to);
            handle.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            halve(handle, groups, from, to, write, refused, e);
        } catch (JdbiException e) {
            halve(handle, groups, from, to, write, refused, SqlStates.cause(e).orElseThrow(() -> e));
        }
    }

    private static void halve(
            Handle handle,
            int[] groups,
            int from,
            int to,
            RangeWrite write,
            List<RefusedRow> refused,
            SQLException error) {
        if (!SqlStates.isDataError(error)) {
            throw SqlStates.translate(error);
        }
        handle.rollbackToSavepoint("rows_" + from + "_" + to);
        int middle = middle(groups, from, to);
        if (middle == to) {
            refused.add(new RefusedRow(from, reason(error)));
        } else {
            write(handle, groups, from, middle, write, refused);
            write(handle, groups, middle, to, write, refused);
        }
    }

    /** Where to halve: the change of groups nearest after the middle, else before it; {@code to} when there is only one group. */
    private static int middle(int[] groups, int from, int to) {
        int middle = (from + to) >>> 1;
        for (int i = middle; i < to; i++) {
            if (i > from && groups[i] != groups[i - 1]) {
                return i;
            }
        }
        for (int i = middle; i > from; i--) {
            if (groups[i] != groups[i - 1]) {
                return i;
            }
        }
        return to;
    }

    private static String reason(SQLException e) {
        var message = Objects.requireNonNullElse(e.getMessage(), "unknown reason");
        var firstLine = message.lines().findFirst().orElse(message);
        return firstLine.startsWith("ERROR: ") ? firstLine.substring("ERROR: ".length()) : firstLine;
    }
}
