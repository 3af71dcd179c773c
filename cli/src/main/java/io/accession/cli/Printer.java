package io.accession.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.accession.api.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Results on standard output: JSON for machines, text for people. */
public final class Printer {

    private final PrintStream out;
    private final boolean json;

    public Printer(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** One result, with the text that people get to see. */
    public void print(Object result, Supplier<String> text) {
        if (!json) {
            out.println(text.get().stripTrailing());
            return;
        }
        try {
            // JSON is UTF-8, whatever the terminal speaks.
            out.writeBytes(Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
            out.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any number of results, written as they come: a JSON array, or a table. */
    <T> void printAll(Stream<T> results, Table<T> table, String none) {
        if (json) {
            printArray(results.iterator());
        } else if (!table.print(results.iterator(), out)) {
            out.println(none);
        }
    }

    private void printArray(Iterator<?> results) {
        var mapper = Json.lenient();
        try (var generator = mapper.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartArray();
            while (results.hasNext()) {
                mapper.writeValue(generator, results.next());
            }
            generator.writeEndArray();
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
