package io.accession.core.search;

import io.accession.core.domain.ItemId;
import io.accession.core.search.Similar.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a search should find the like of. */
final class SimilarReading {

    private static final int ANCHORS = 20;
    private static final int DEFAULT_NEIGHBOURS = 100;

    private static final int LONGEST_TEXT = 10_000;
    private static final SearchField MEANING = new SearchField.Property(ItemProperty.MEANING);

    private final SearchFields fields;
    private final TextEncoders encoders;

    SimilarReading(SearchFields fields, TextEncoders encoders) {
        this.fields = fields;
        this.encoders = encoders;
    }

    Optional<Similar> read(GivenValue given) {
        return given.object(Set.of("field", "like", "unlike", "most")).flatMap(similar -> {
            long most = similar.find("most")
                    .flatMap(value -> value.whole(1, Similar.MOST))
                    .orElse((long) DEFAULT_NEIGHBOURS);
            var field = similar.has("field") ? similar.find("field").flatMap(this::embedding) : Optional.of(MEANING);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            var like =
                    similar.find("like").map(list -> anchors(list, field.get())).orElse(List.of());
            var unlike = similar.find("unlike")
                    .map(list -> anchors(list, field.get()))
                    .orElse(List.of());
            return like.isEmpty() && unlike.isEmpty()
                    ? similar.fault("At least one sound anchor is needed in 'like' or 'unlike'.")
                    : Optional.of(new Similar(field.get(), like, unlike, (int) most));
        });
    }

    private Optional<SearchField> embedding(GivenValue given) {
        return fields.read(given)
                .flatMap(field -> field.kind() == ValueKind.EMBEDDING
                        ? Optional.of(field)
                        : given.fault("The field '" + field.name() + "' is of type "
                                + field.kind().wireName() + "; similarity needs an embedding."));
    }

    private List<Anchor> anchors(GivenValue given, SearchField field) {
        var anchors = new ArrayList<Anchor>();
        given.list(ANCHORS).forEach(one -> anchor(one, field).ifPresent(anchors::add));
        return anchors;
    }

    private Optional<Anchor> anchor(GivenValue given, SearchField field) {
        return given.object(Set.of("item", "frame", "vector", "text")).flatMap(anchor -> {
            long kinds = Stream.of("item", "vector", "text").filter(anchor::has).count();
            if (kinds != 1 || (anchor.has("frame") && !anchor.has("item"))) {
                return anchor.fault("An anchor is a 'text', a 'vector', or an 'item' with or without a 'frame'.");
            }
            if (anchor.has("text")) {
                return anchor.find("text").flatMap(text -> text(text, field));
            }
            if (anchor.has("vector")) {
                return anchor.find("vector").flatMap(vector -> vector(vector, field.dimensions()));
            }
            var item = anchor.find("item").flatMap(GivenValue::id).map(ItemId::new);
            var frame = anchor.find("frame").flatMap(value -> value.whole(0, Long.MAX_VALUE));
            return item.map(id -> frame.isPresent() ? new Anchor.OfFrame(id, frame.get()) : new Anchor.OfItem(id));
        });
    }

    private Optional<Anchor> text(GivenValue given, SearchField field) {
        return given.text().flatMap(text -> {
            if (text.isBlank() || text.length() > LONGEST_TEXT) {
                return given.fault("A text of 1 to " + LONGEST_TEXT + " characters is expected, got " + text.length()
                        + (text.isBlank() ? ", all of them blank." : "."));
            }
            return encoders.find(field).isPresent()
                    ? Optional.of(new Anchor.OfText(text))
                    : given.fault(TextEncoders.cure(field));
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
