package io.accession.core.search;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.FieldType;
import io.accession.core.search.Similar.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a search should find the like of. */
final class SimilarReading {

    private static final int ANCHORS = 20;
    private static final int DEFAULT_NEIGHBOURS = 100;

    private final SearchFields fields;

    SimilarReading(SearchFields fields) {
        this.fields = fields;
    }

    Optional<Similar> read(GivenValue given) {
        return given.object(Set.of("field", "like", "unlike", "most")).flatMap(similar -> {
            long most = similar.find("most")
                    .flatMap(value -> value.whole(1, Similar.MOST))
                    .orElse((long) DEFAULT_NEIGHBOURS);
            var field = similar.require("field").flatMap(this::embedding);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            int size = size(field.get());
            var like = similar.find("like").map(list -> anchors(list, size)).orElse(List.of());
            var unlike = similar.find("unlike").map(list -> anchors(list, size)).orElse(List.of());
            return like.isEmpty() && unlike.isEmpty()
                    ? similar.fault("At least one sound anchor is needed in 'like' or 'unlike'.")
                    : Optional.of(new Similar(field.get(), like, unlike, (int) most));
        });
    }

    private Optional<SearchField.Metadata> embedding(GivenValue given) {
        return fields.read(given)
                .flatMap(field ->
                        field instanceof SearchField.Metadata metadata && metadata.type() instanceof FieldType.Embedding
                                ? Optional.of(metadata)
                                : given.fault("The field '" + field.name() + "' is of type "
                                        + field.kind().wireName() + "; similarity needs an embedding."));
    }

    private static int size(SearchField.Metadata field) {
        return field.type() instanceof FieldType.Embedding(int size, var _) ? size : 0;
    }

    private List<Anchor> anchors(GivenValue given, int size) {
        var anchors = new ArrayList<Anchor>();
        given.list(ANCHORS).forEach(one -> anchor(one, size).ifPresent(anchors::add));
        return anchors;
    }

    private Optional<Anchor> anchor(GivenValue given, int size) {
        return given.object(Set.of("item", "frame", "vector")).flatMap(anchor -> {
            if (anchor.has("vector") == anchor.has("item") || (anchor.has("vector") && anchor.has("frame"))) {
                return anchor.fault("An anchor is a 'vector', or an 'item' with or without a 'frame'.");
            }
            if (anchor.has("vector")) {
                return anchor.find("vector").flatMap(vector -> vector(vector, size));
            }
            var item = anchor.find("item").flatMap(GivenValue::id).map(ItemId::new);
            var frame = anchor.find("frame").flatMap(value -> value.whole(0, Long.MAX_VALUE));
            return item.map(id -> frame.isPresent() ? new Anchor.OfFrame(id, frame.get()) : new Anchor.OfItem(id));
        });
    }

    private static Optional<Anchor> vector(GivenValue given, int size) {
        if (!(given.value() instanceof List<?> list) || list.size() != size) {
            return given.fault("A list of " + size + " numbers is expected, got "
                    + (given.value() instanceof List<?> other ? other.size() + "." : "something else."));
        }
        var vector = new float[size];
        boolean isZero = true;
        for (int i = 0; i < size; i++) {
            vector[i] = list.get(i) instanceof Number number ? number.floatValue() : Float.NaN;
            if (!Float.isFinite(vector[i])) {
                return given.fault("The vector has something at " + i + " that is no number of 32 bits.");
            }
            isZero &= vector[i] == 0;
        }
        return isZero
                ? given.fault("A vector of zeros only points nowhere; nothing is like it.")
                : Optional.of(new Anchor.Given(vector));
    }
}
