package io.accession.core.embedding;

import io.accession.core.domain.ItemId;
import io.accession.core.embedding.ImportReport.RefusedRow;
import io.accession.core.registry.Principal;
import io.accession.core.schema.FieldType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Stores vectors in sets, each in a transaction of its own that waits for nobody. What is wrong with a row keeps that row out, and no other. */
public final class VectorImport {

    private static final int ROWS = 2_000;
    private static final int NUMBERS = 1 << 20;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final VectorStore store;

    public VectorImport(VectorStore store) {
        this.store = store;
    }

    /** Vectors on their way in, one after the other. */
    @FunctionalInterface
    public interface Rows {
        Optional<Row> next() throws IOException;
    }

    /** A vector as it came in: nothing of it was looked at. One that is too long for any key may have been cut behind the number that is too many. */
    @SuppressWarnings("ArrayRecordComponent") // see ItemVector
    public record Row(String item, long frame, float[] vector) {}

    /** Ends with the rows. What was stored stays when they break off. */
    public ImportReport store(Principal asking, EmbeddingKey key, Rows rows) throws IOException {
        var run = new Run(asking, key);
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            run.take(row.get());
        }
        run.store();
        return run.report.end();
    }

    private record Place(ItemId item, long frame) {}

    private record Numbered(long row, ItemVector vector) {}

    /** One import. A set has an item and frame once: when they come again a new set begins, so that the later vector counts. */
    private final class Run {

        private final Principal asking;
        private final EmbeddingKey key;
        private final int most;
        private final ImportReport.Tally report = new ImportReport.Tally();
        private final Map<Place, Numbered> set = new LinkedHashMap<>();
        private long rows;

        Run(Principal asking, EmbeddingKey key) {
            this.asking = asking;
            this.key = key;
            this.most = Math.max(1, Math.min(ROWS, NUMBERS / key.size()));
        }

        void take(Row row) {
            rows++;
            var fault = fault(row);
            if (fault.isPresent()) {
                report.refused(new RefusedRow(rows, row.item(), fault.get()));
                return;
            }
            var item = new ItemId(UUID.fromString(row.item()));
            long frame = Math.max(ItemVector.NO_FRAME, row.frame());
            var place = new Place(item, frame);
            if (set.size() == most || set.containsKey(place)) {
                store();
            }
            set.put(place, new Numbered(rows, new ItemVector(item, frame, row.vector())));
            report.taken();
        }

        private Optional<String> fault(Row row) {
            if (!ID.matcher(row.item()).matches()) {
                return Optional.of("The id of an item is expected, a UUID.");
            }
            if (row.vector().length != key.size()) {
                return Optional.of("'" + key.key() + "' has " + key.size() + " numbers, this vector has "
                        + length(row.vector()) + ".");
            }
            boolean isZero = true;
            for (float number : row.vector()) {
                if (!Float.isFinite(number)) {
                    return Optional.of("One of the numbers is not finite within 32 bits.");
                }
                isZero &= number == 0;
            }
            return isZero
                    ? Optional.of("All numbers are 0: a vector without a direction is similar to nothing.")
                    : Optional.empty();
        }

        private static String length(float[] vector) {
            return vector.length > FieldType.Embedding.MOST ? vector.length + " or more" : vector.length + "";
        }

        void store() {
            var vectors = set.values().stream().map(Numbered::vector).toList();
            for (var refusal : store.store(asking, key.key(), vectors)) {
                var vector = refusal.vector();
                var refused = set.get(new Place(vector.item(), vector.frame()));
                if (refused != null) {
                    report.notStored(new RefusedRow(refused.row(), vector.item().toString(), refusal.reason()));
                }
            }
            set.clear();
        }
    }
}
