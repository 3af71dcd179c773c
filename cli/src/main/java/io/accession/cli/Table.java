package io.accession.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Aligned columns below their headings. Widths are those of the first rows, so that a long table begins at once. */
public record Table<T>(List<Column<T>> columns) {

    private static final int MEASURED_ROWS = 500;
    private static final String GAP = "  ";

    /** One value of each row, with digits grouped and to the right if it is a number. */
    public record Column<T>(String heading, boolean number, Function<T, @Nullable Object> value) {

        String text(T row) {
            return switch (value.apply(row)) {
                case null -> "-";
                case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
                case Object other -> Terminals.printable(other.toString());
            };
        }
    }

    public static <T> Table<T> empty() {
        return new Table<>(List.of());
    }

    public Table<T> text(String heading, Function<T, @Nullable Object> value) {
        return with(new Column<>(heading, false, value));
    }

    public Table<T> number(String heading, Function<T, @Nullable Object> value) {
        return with(new Column<>(heading, true, value));
    }

    private Table<T> with(Column<T> column) {
        var more = new ArrayList<>(columns);
        more.add(column);
        return new Table<>(List.copyOf(more));
    }

    /** Whether there was anything to print. */
    public boolean print(Iterator<T> rows, PrintStream out) {
        var measured = new ArrayList<T>();
        while (rows.hasNext() && measured.size() < MEASURED_ROWS) {
            measured.add(rows.next());
        }
        if (measured.isEmpty()) {
            return false;
        }
        var widths = columns.stream().map(column -> width(column, measured)).toList();
        out.println(line(columns.stream().map(Column::heading).toList(), widths));
        measured.forEach(row -> out.println(line(cells(row), widths)));
        rows.forEachRemaining(row -> out.println(line(cells(row), widths)));
        return true;
    }

    private static <T> int width(Column<T> column, List<T> rows) {
        return rows.stream()
                .mapToInt(row -> column.text(row).length())
                .reduce(column.heading().length(), Math::max);
    }

    private List<String> cells(T row) {
        return columns.stream().map(column -> column.text(row)).toList();
    }

    private String line(List<String> cells, List<Integer> widths) {
        var line = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            var padding = " ".repeat(Math.max(0, widths.get(i) - cells.get(i).length()));
            line.add(columns.get(i).number() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }
}
