package io.accession.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.embedding.TextEncoder;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.JsonValues;
import io.accession.core.schema.MetadataSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextAnchorsTest {

    private static final SearchFields FIELDS = new SearchFields(new MetadataSchema(
            Map.of("look", new FieldType.Embedding(2, null), "sound", new FieldType.Embedding(3, null))));

    /** Encodes a text as its length and 1. */
    private static final class LengthEncoder implements TextEncoder {
        private final List<List<String>> asked = new ArrayList<>();

        @Override
        public String name() {
            return "lengths";
        }

        @Override
        public Kind kind() {
            return Kind.MODEL;
        }

        @Override
        public Outcome encode(List<String> texts) {
            asked.add(texts);
            return texts.contains("broken")
                    ? new Outcome.Failed("It is broken.")
                    : new Outcome.Encoded(texts.stream()
                            .map(text -> new float[] {text.length(), 1})
                            .toList());
        }
    }

    private static final class NoPlaces implements Places {
        @Override
        public Optional<Set<FolderId>> folders(FolderId folder, boolean deep) {
            return Optional.empty();
        }

        @Override
        public Optional<ItemSet> collected(UUID collection) {
            return Optional.empty();
        }

        @Override
        public Optional<String> preset(UUID preset) {
            return Optional.empty();
        }
    }

    private final LengthEncoder encoder = new LengthEncoder();
    private final TextEncoders encoders = new TextEncoders(Map.of("metadata.look", encoder, "metadata.sound", encoder));

    private Similar read(String similar) {
        try {
            var search = "{\"similar\": " + similar.replace('\'', '"') + "}";
            var read = new SearchReader(FIELDS, new NoPlaces(), encoders).read(JsonValues.read(search));
            return Optional.ofNullable(read.similar()).orElseThrow();
        } catch (IOException e) {
            throw new IllegalArgumentException(similar, e);
        }
    }

    private RegistryError refusal(String similar) {
        var refused =
                catchThrowableOfType(RegistryException.class, () -> new TextAnchors(encoders).encoded(read(similar)));
        assertThat(refused).as(similar).isNotNull();
        return refused.error();
    }

    private static List<float[]> vectors(List<Similar.Anchor> anchors) {
        return anchors.stream()
                .map(anchor -> ((Similar.Anchor.Given) anchor).vector())
                .toList();
    }

    @Test
    void textsBecomeVectorsInTheirPlacesAndAreEncodedAtOnce() {
        var similar = read(
                "{'field': 'metadata.look', 'like': [{'text': 'red'}, {'vector': [5, 6]}], 'unlike': [{'text': 'a car'}, {'text': 'red'}]}");

        var encoded = new TextAnchors(encoders).encoded(similar);

        assertThat(vectors(encoded.like())).containsExactly(new float[] {3, 1}, new float[] {5, 6});
        assertThat(vectors(encoded.unlike())).containsExactly(new float[] {5, 1}, new float[] {3, 1});
        assertThat(encoder.asked).containsExactly(List.of("red", "a car"));
    }

    @Test
    void noEncoderIsAskedWhereThereAreNoTexts() {
        var similar = read("{'field': 'metadata.look', 'like': [{'vector': [5, 6]}]}");

        assertThat(new TextAnchors(encoders).encoded(similar)).isSameAs(similar);
        assertThat(encoder.asked).isEmpty();
    }

    @Test
    void withoutAFieldTheMeaningIsComparedAndWithoutItsEncoderTheCureIsTold() {
        assertThat(read("{'like': [{'item': '00000000-0000-7000-8000-000000000001'}]}")
                        .field())
                .isEqualTo(new SearchField.Property(ItemProperty.MEANING));
        assertThat(refusal("{'like': [{'text': 'red car'}]}"))
                .isInstanceOfSatisfying(
                        RegistryError.Invalid.class,
                        invalid -> assertThat(invalid.faults()).first().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/similar/like/0/text");
                            assertThat(fault.message()).contains("search.meaning = true");
                        }));
    }

    @Test
    void blankTextsAndAnchorsOfTwoKindsAreRefused() {
        assertThat(refusal(
                        "{'field': 'metadata.look', 'like': [{'text': ' '}, {'text': 3}, {'text': 'a', 'frame': 1}]}"))
                .isInstanceOfSatisfying(
                        RegistryError.Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(RegistryError.Fault::pointer)
                                .containsExactly(
                                        "/similar/like/0/text", "/similar/like/1/text", "/similar/like/2", "/similar"));
    }

    @Test
    void anEncoderThatFailsOrIsNotThatOfTheEmbeddingIsTold() {
        assertThat(refusal("{'field': 'metadata.look', 'like': [{'text': 'broken'}]}"))
                .isInstanceOf(RegistryError.Unavailable.class)
                .extracting(RegistryError::message)
                .asString()
                .contains("It is broken.");
        assertThat(refusal("{'field': 'metadata.sound', 'like': [{'text': 'horn'}]}"))
                .isInstanceOf(RegistryError.Conflict.class)
                .extracting(RegistryError::message)
                .asString()
                .contains("makes vectors of 2 numbers, and those of 'metadata.sound' have 3");
    }
}
