package io.accession.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.JsonValues;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.TypedValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Searches as texts with single quotes, over a schema that has a key of every type, and over places that are known. */
final class GivenSearch {

    static final UUID FOLDER = UUID.fromString("00000000-0000-7000-8000-00000000f001");
    static final UUID BELOW = UUID.fromString("00000000-0000-7000-8000-00000000f002");
    static final UUID COLLECTION = UUID.fromString("00000000-0000-7000-8000-00000000c001");
    static final UUID PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e1");
    static final UUID SDK_PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e2");
    private static final UUID NESTED_PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e3");
    private static final UUID STALE_PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e4");
    static final ItemId ITEM = new ItemId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private static final MetadataSchema SCHEMA = new MetadataSchema(Map.of(
            "weather", new FieldType.Enumeration(List.of("fog", "rain", "snow")),
            "speed", new FieldType.Scalar(ScalarType.NUMBER),
            "night", new FieldType.Scalar(ScalarType.BOOLEAN),
            "captured", new FieldType.Scalar(ScalarType.DATETIME),
            "vehicle", new FieldType.Scalar(ScalarType.UUID),
            "driver", new FieldType.Scalar(ScalarType.VARCHAR),
            "notes", new FieldType.Scalar(ScalarType.TEXT),
            "place", new FieldType.Geospatial(),
            "look", new FieldType.Embedding(3, null),
            "gone", new FieldType.Deleted(new FieldType.Geospatial())));

    private static final SearchFields FIELDS = new SearchFields(SCHEMA);
    static final SearchField SPEED = field("metadata.speed");
    static final SearchField WEATHER = field("metadata.weather");
    static final SearchField PLACE = field("metadata.place");
    static final SearchField.Metadata LOOK = (SearchField.Metadata) field("metadata.look");
    static final Filter NO_MEMBERS = Filter.equalTo(field("isMember"), new TypedValue.Flag(false));

    private GivenSearch() {}

    private static final class KnownPlaces implements Places {
        @Override
        public Optional<Set<FolderId>> folders(FolderId folder, boolean deep) {
            return folder.value().equals(FOLDER)
                    ? Optional.of(deep ? Set.of(folder, new FolderId(BELOW)) : Set.of(folder))
                    : Optional.empty();
        }

        @Override
        public Optional<ItemSet> collected(UUID collection) {
            return collection.equals(COLLECTION) ? Optional.of(ItemSet.of(Set.of(ITEM))) : Optional.empty();
        }

        @Override
        public Optional<String> preset(UUID preset) {
            return Optional.ofNullable(Map.of(
                                    PRESET,
                                    "{'filter': {'field': 'metadata.speed', 'above': 3}}",
                                    SDK_PRESET,
                                    """
                                    {'global_filters': {'filters': [{'type': 'metric', 'metric': 'metric_width',
                                        'domain': 'data', 'include': false, 'values': [640, 1920]}]},
                                     'local_filters': {'00000000-0000-7000-8000-00000000f001': {'filters': [
                                        {'type': 'metric', 'metric': 'metric_area', 'include': true, 'values': [1, 2]}]},
                                        '00000000-0000-7000-8000-00000000f009': {'filters': []}}}
                                    """,
                                    NESTED_PRESET,
                                    "{'filter': {'preset': '" + PRESET + "'}}",
                                    STALE_PRESET,
                                    "{'filter': {'field': 'metadata.gone', 'exists': true}}")
                            .get(preset))
                    .map(GivenSearch::json);
        }
    }

    static SearchField field(String name) {
        return FIELDS.find(name).orElseThrow();
    }

    static TypedValue words(String text) {
        return new TypedValue.Words(text);
    }

    static Filter filter(String filter) {
        var read = read("{'withMembers': true, 'filter': " + filter + "}");
        return read.filter();
    }

    static List<RegistryError.Fault> faults(String search) {
        var refused = catchThrowableOfType(RegistryException.class, () -> read(search));
        assertThat(refused).as(search).isNotNull();
        return ((RegistryError.Invalid) refused.error()).faults();
    }

    static SearchRequest read(String search) {
        try {
            return new SearchReader(FIELDS, new KnownPlaces(), TextEncoders.none()).read(JsonValues.read(json(search)));
        } catch (IOException e) {
            throw new IllegalArgumentException(search, e);
        }
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
