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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchReaderTest {

    private static final UUID FOLDER = UUID.fromString("00000000-0000-7000-8000-00000000f001");
    private static final UUID BELOW = UUID.fromString("00000000-0000-7000-8000-00000000f002");
    private static final UUID COLLECTION = UUID.fromString("00000000-0000-7000-8000-00000000c001");
    private static final UUID PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e1");
    private static final UUID SDK_PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e2");
    private static final UUID NESTED_PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e3");
    private static final UUID STALE_PRESET = UUID.fromString("00000000-0000-7000-8000-0000000000e4");
    private static final ItemId ITEM = new ItemId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

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
    private static final SearchField SPEED = field("metadata.speed");
    private static final SearchField WEATHER = field("metadata.weather");
    private static final SearchField PLACE = field("metadata.place");
    private static final SearchField.Metadata LOOK = (SearchField.Metadata) field("metadata.look");
    private static final Filter NO_MEMBERS = Filter.equalTo(field("isMember"), new TypedValue.Flag(false));

    private static final class KnownPlaces implements Places {
        @Override
        public Optional<Set<FolderId>> folders(FolderId folder, boolean deep) {
            return folder.value().equals(FOLDER)
                    ? Optional.of(deep ? Set.of(folder, new FolderId(BELOW)) : Set.of(folder))
                    : Optional.empty();
        }

        @Override
        public Optional<Set<ItemId>> collected(UUID collection) {
            return collection.equals(COLLECTION) ? Optional.of(Set.of(ITEM)) : Optional.empty();
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
                    .map(SearchReaderTest::json);
        }
    }

    private static MapShape.Corner corner(double x, double y) {
        return new MapShape.Corner(x, y);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'field': 'metadata.speed', 'equals': 3}        | 3.0
            {'field': 'metadata.speed', 'equals': 1e-3}     | 0.001
            {'field': 'metadata.speed', 'equals': -12.5}    | -12.5
            {'field': 'bytes', 'equals': 123456789012345678} | 1.2345678901234568E17
            """)
    void numbersAreNumbersHoweverTheyAreWritten(String filter, double expected) {
        assertThat(filter(filter))
                .isInstanceOfSatisfying(
                        Filter.OneOf.class,
                        one -> assertThat(one.values()).containsExactly(new TypedValue.Quantity(expected)));
    }

    @Test
    void everyOperatorIsRead() {
        assertThat(filter("{'field': 'metadata.night', 'equals': true}"))
                .isEqualTo(Filter.equalTo(field("metadata.night"), new TypedValue.Flag(true)));
        assertThat(filter("{'field': 'metadata.captured', 'equals': '2025-01-01T01:00+01:00'}"))
                .isEqualTo(Filter.equalTo(
                        field("metadata.captured"), new TypedValue.Moment(Instant.parse("2025-01-01T00:00:00Z"))));
        assertThat(filter("{'field': 'metadata.vehicle', 'equals': '" + FOLDER + "'}"))
                .isEqualTo(Filter.equalTo(field("metadata.vehicle"), new TypedValue.Id(FOLDER)));
        assertThat(filter("{'field': 'metadata.weather', 'in': ['rain', 'snow', 'rain']}"))
                .isEqualTo(new Filter.OneOf(WEATHER, Set.of(words("rain"), words("snow"))));
        assertThat(filter("{'field': 'metadata.speed', 'atLeast': 1, 'below': 2}"))
                .isEqualTo(new Filter.Range(
                        SPEED,
                        new Filter.Bound(new TypedValue.Quantity(1), true),
                        new Filter.Bound(new TypedValue.Quantity(2), false)));
        assertThat(filter("{'field': 'metadata.speed', 'above': 1}"))
                .isEqualTo(new Filter.Range(SPEED, new Filter.Bound(new TypedValue.Quantity(1), false), null));
        assertThat(filter("{'field': 'title', 'prefix': 'cam_'}")).isEqualTo(new Filter.Prefix(field("title"), "cam_"));
        assertThat(filter("{'field': 'metadata.notes', 'words': 'red car'}"))
                .isEqualTo(new Filter.Words(field("metadata.notes"), "red car"));
        assertThat(filter("{'words': 'red car'}")).isEqualTo(new Filter.Words(null, "red car"));
        assertThat(filter("{'field': 'metadata.look', 'exists': true}"))
                .isEqualTo(new Filter.Exists(field("metadata.look")));
        assertThat(filter("{'field': 'durationSeconds', 'exists': false}"))
                .isEqualTo(new Filter.Not(new Filter.Exists(field("durationSeconds"))));
        assertThat(filter("{'field': 'metadata.place', 'box': {'south': 45, 'west': 170, 'north': 48, 'east': -170}}"))
                .isEqualTo(new Filter.Box(PLACE, 45, 170, 48, -170));
        assertThat(filter("{'field': 'metadata.place', 'near': {'latitude': 46.9, 'longitude': 7.4, 'meters': 500}}"))
                .isEqualTo(new Filter.Near(PLACE, 46.9, 7.4, 500));
        assertThat(filter("{'map': {'field': 'metadata.look', 'version': 3, 'area': [[0, 0], [1.5, 0], [0, -2e3]]}}"))
                .isEqualTo(new Filter.OnMap(
                        LOOK, 3, new MapShape.Polygon(List.of(corner(0, 0), corner(1.5, 0), corner(0, -2000)))));
        assertThat(
                        filter(
                                "{'map': {'field': 'metadata.look', 'version': 1, 'box': {'minX': -1, 'minY': 0, 'maxX': 1, 'maxY': 2}}}"))
                .isEqualTo(new Filter.OnMap(LOOK, 1, new MapShape.Box(-1, 0, 1, 2)));
        assertThat(filter("{'items': ['" + ITEM + "']}")).isEqualTo(new Filter.Items(Set.of(ITEM)));
        assertThat(filter("{'frames': {'not': {'field': 'metadata.speed', 'exists': true}}}"))
                .isEqualTo(new Filter.Frames(new Filter.Not(new Filter.Exists(SPEED))));
    }

    @Test
    void framesAreHitsWhenTheyAreAskedFor() throws IOException {
        var request = read("{'filter': {'words': 'a'}, 'frames': {'field': 'metadata.speed', 'above': 1}}");

        assertThat(request.frames())
                .isEqualTo(new Filter.Range(SPEED, new Filter.Bound(new TypedValue.Quantity(1), false), null));
        assertThat(request.order()).isEqualTo(new SearchOrder.ByField(field("createdAt"), true));
        assertThat(faults("""
                {'frames': {'folder': '%s'}, 'similar': {'field': 'metadata.look', 'like': [{'vector': [1, 2, 3]}]},
                 'sort': {'field': 'width'}, 'facets': [{'field': 'kind'}]}
                """.formatted(FOLDER)))
                .extracting(RegistryError.Fault::pointer)
                .containsExactlyInAnyOrder("/frames", "/similar", "/sort", "/facets");
    }

    @Test
    void aPageOfFramesContinuesBehindAFrame() throws IOException {
        var search = "{'frames': {'words': 'a'}";
        var tokens = SearchToken.of(JsonValues.read(json(search + "}")));
        var ofFrame = tokens.text(new SearchPosition(null, ITEM, 3L));
        var ofItem = tokens.text(new SearchPosition(null, ITEM, null));

        assertThat(read(search + ", 'pageToken': '" + ofFrame + "'}").after())
                .isEqualTo(new SearchPosition(null, ITEM, 3L));
        assertThat(faults(search + ", 'pageToken': '" + ofItem + "'}"))
                .extracting(RegistryError.Fault::pointer)
                .containsExactly("/pageToken");
    }

    @Test
    void ofFramesOnlyTheirMetadataCanBeAsked() {
        var faults = faults("""
                {'filter': {'and': [{'frames': {'or': [{'field': 'width', 'atLeast': 1}, {'folder': '%s'}]}},
                                    {'frames': {'frames': {'words': 'a'}}}, {'field': 'width', 'atLeast': 1}]}}
                """.formatted(FOLDER));

        assertThat(faults)
                .extracting(RegistryError.Fault::pointer)
                .containsExactly("/filter/and/0/frames/or/0", "/filter/and/0/frames/or/1", "/filter/and/1/frames");
        assertThat(faults)
                .extracting(RegistryError.Fault::message)
                .containsExactly(
                        "Of frames only keys of the metadata can be asked, not 'width', which is a property of the item.",
                        "Of frames only their metadata can be asked: put 'folder' beside 'frames' and join both with 'and'.",
                        "Of frames only their metadata can be asked: put 'frames' beside 'frames' and join both with 'and'.");
    }

    @Test
    void filtersAreJoined() {
        var rain = Filter.equalTo(WEATHER, words("rain"));

        assertThat(filter("""
                        {'and': [{'or': [{'field': 'metadata.weather', 'equals': 'rain'}]},
                                 {'not': {'field': 'metadata.weather', 'equals': 'rain'}}, {'and': []}]}
                        """))
                .isEqualTo(new Filter.And(
                        List.of(new Filter.Or(List.of(rain)), new Filter.Not(rain), Filter.everything())));
    }

    @Test
    void foldersAndCollectionsAreLookedUp() {
        assertThat(filter("{'folder': '" + FOLDER + "'}"))
                .isEqualTo(new Filter.InFolders(Set.of(new FolderId(FOLDER), new FolderId(BELOW))));
        assertThat(filter("{'folder': '" + FOLDER + "', 'deep': false}"))
                .isEqualTo(new Filter.InFolders(Set.of(new FolderId(FOLDER))));
        assertThat(filter("{'collection': '" + COLLECTION + "'}")).isEqualTo(new Filter.Items(Set.of(ITEM)));
    }

    @Test
    void presetsAreReadWhereTheyAreNamed() {
        assertThat(filter("{'not': {'preset': '" + PRESET + "'}}"))
                .isEqualTo(new Filter.Not(filter("{'field': 'metadata.speed', 'above': 3}")));
        assertThat(filter("{'preset': '" + SDK_PRESET + "'}")).isEqualTo(filter("""
                        {'and': [
                            {'and': [{'field': 'width', 'exists': true},
                                     {'not': {'field': 'width', 'atLeast': 640, 'atMost': 1920}}]},
                            {'or': [{'not': {'folder': '00000000-0000-7000-8000-00000000f001'}},
                                    {'and': [{'field': 'area', 'atLeast': 1, 'atMost': 2}]}]}]}
                        """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | /filter | A filter is an object
            {} | /filter | has none
            {'and': [], 'or': []} | /filter | this one has and and or
            {'and': {}} | /filter/and | A list is expected, got an object
            {'adn': []} | /filter | this one has none
            {'map': 3} | /filter/map | An object is expected
            {'map': {'version': 1, 'area': [[0, 0], [1, 0], [0, 1]]}} | /filter/map | The property 'field' is missing
            {'map': {'field': 'metadata.speed', 'version': 1, 'area': [[0, 0], [1, 0], [0, 1]]}} | /filter/map/field | of an embedding
            {'map': {'field': 'metadata.look', 'version': 0, 'area': [[0, 0], [1, 0], [0, 1]]}} | /filter/map/version | from 1 to
            {'map': {'field': 'metadata.look', 'version': 1}} | /filter/map | Either an 'area'
            {'map': {'field': 'metadata.look', 'version': 1, 'area': [[0, 0], [1, 0]]}} | /filter/map/area | three corners at least, got 2
            {'map': {'field': 'metadata.look', 'version': 1, 'area': [[0, 0], [1, 0], [0, 'x']]}} | /filter/map/area/2 | two numbers
            {'map': {'field': 'metadata.look', 'version': 1, 'area': [[0, 0], [1, 0], [0, 1e99]]}} | /filter/map/area/2 | two numbers
            {'map': {'field': 'metadata.look', 'version': 1, 'box': {'minX': 1, 'minY': 0, 'maxX': 0, 'maxY': 1}}} | /filter/map/box | not above
            {'map': {'field': 'metadata.look', 'version': 1, 'box': {'minX': 1, 'minY': 0, 'maxX': 2}}} | /filter/map/box | 'maxY' is missing
            {'or': [{'field': 'kind', 'equals': 'image'}, 7]} | /filter/or/1 | A filter is an object
            {'field': 'weather', 'equals': 'rain'} | /filter/field | the key of the metadata is 'metadata.weather'
            {'field': 'metadata.wether', 'equals': 'rain'} | /filter/field | The nearest are metadata.
            {'field': 'metadata.gone', 'exists': true} | /filter/field | There is no field 'metadata.gone'
            {'field': 'widht', 'equals': 1} | /filter/field | width
            {'field': 7, 'equals': 1} | /filter/field | A text is expected, got 7
            {'field': 'width'} | /filter | is missing
            {'field': 'width', 'equals': 1, 'in': [1]} | /filter | One condition is expected
            {'field': 'width', 'equal': 1} | /filter/equal | Did you mean equals
            {'field': 'width', 'atLeast': 1, 'above': 1} | /filter | one lower and one upper bound
            {'field': 'metadata.speed', 'equals': 'fast'} | /filter/equals | The field 'metadata.speed' is of type number: a number of 64 bits is expected, got the text 'fast'
            {'field': 'metadata.speed', 'equals': null} | /filter/equals | got null
            {'field': 'metadata.speed', 'equals': 1e400} | /filter/equals | a number of 64 bits
            {'field': 'metadata.speed', 'in': [1, true, '2']} | /filter/in/1 | got true
            {'field': 'metadata.speed', 'prefix': '1'} | /filter | is of type number, which can be asked above, atLeast
            {'field': 'metadata.weather', 'equals': 'hail'} | /filter/equals | one of fog, rain, snow is expected, got the text 'hail'
            {'field': 'kind', 'equals': 'picture'} | /filter/equals | one of video, audio
            {'field': 'metadata.night', 'equals': 'true'} | /filter/equals | true or false is expected
            {'field': 'metadata.captured', 'above': '01.02.2025'} | /filter/above | ISO 8601
            {'field': 'metadata.captured', 'above': 1735689600} | /filter/above | ISO 8601
            {'field': 'metadata.vehicle', 'equals': '1-1-1-1-1'} | /filter/equals | a UUID in quotes
            {'field': 'metadata.notes', 'equals': 'a'} | /filter | is of type text, which can be asked exists and words
            {'field': 'metadata.look', 'equals': 1} | /filter | is of type embedding, which can be asked exists
            {'field': 'title', 'words': ' -.- '} | /filter/words | Words have letters or digits
            {'field': 'title', 'prefix': ''} | /filter/prefix | not empty
            {'field': 'metadata.place', 'box': {'south': 1, 'west': 0, 'north': 0, 'east': 1}} | /filter/box | south
            {'field': 'metadata.place', 'box': {'south': -91, 'west': 0, 'north': 0, 'east': 1}} | /filter/box/south | from -90 to 90
            {'field': 'metadata.place', 'near': {'latitude': 1, 'longitude': 1}} | /filter/near | 'meters' is missing
            {'field': 'metadata.place', 'near': {'latitude': 1, 'longitude': 1, 'meters': -1}} | /filter/near/meters | from 0 to
            {'folder': '00000000-0000-7000-8000-00000000f009'} | /filter/folder | There is no folder
            {'folder': 'fleet'} | /filter/folder | A UUID is expected, got the text 'fleet'
            {'collection': '00000000-0000-7000-8000-00000000c009'} | /filter/collection | There is no collection
            {'preset': '00000000-0000-7000-8000-00000000c009'} | /filter/preset | There is no filter preset
            {'preset': '00000000-0000-7000-8000-0000000000e3'} | /filter/preset/preset | cannot name another preset
            {'preset': '00000000-0000-7000-8000-0000000000e4'} | /filter/preset/field | There is no field 'metadata.gone'
            {'items': ['x']} | /filter/items/0 | A UUID is expected
            """)
    void whatIsWrongIsToldWithItsPlaceAndCure(String filter, String pointer, String message) {
        assertThat(faults("{'filter': " + filter + "}")).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void anAreaHasAtMostAThousandCorners() {
        var corners = "[0, 0], ".repeat(1_000) + "[1, 1]";

        assertThat(faults("{'filter': {'map': {'field': 'metadata.look', 'version': 1, 'area': [" + corners + "]}}}"))
                .extracting(RegistryError.Fault::pointer)
                .containsExactly("/filter/map/area");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var faults = faults("""
                {'filter': {'and': [{'field': 'metadata.speed', 'equals': 'x'}, {'not': {'field': 'nothing', 'equals': 1}},
                                    {'words': 3}]},
                 'sort': {'field': 'metadata.place'}, 'limit': 5000, 'facets': [{'field': 'metadata.notes'}], 'skip': 3}
                """);

        assertThat(faults)
                .extracting(RegistryError.Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/filter/and/0/equals",
                        "/filter/and/1/not/field",
                        "/filter/and/2/words",
                        "/sort/field",
                        "/limit",
                        "/facets/0",
                        "/skip");
    }

    @Test
    void filtersNestThirtyTwoLevelsDeep() {
        assertThat(filter(nested(31))).isInstanceOf(Filter.Not.class);
        assertThat(faults("{'filter': " + nested(32) + "}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("32 levels"));
        assertThat(faults("{'filter': " + nested(1_000) + "}")).hasSize(1);
    }

    private static String nested(int times) {
        return "{'not': ".repeat(times) + "{'field': 'kind', 'equals': 'image'}" + "}".repeat(times);
    }

    @Test
    void aSearchHasAThousandFiltersAndASetTenThousandValues() {
        var clause = "{'field': 'kind', 'equals': 'image'}";

        assertThat(filter("{'or': [" + repeated(clause, 999) + "]}")).isInstanceOf(Filter.Or.class);
        assertThat(faults("{'filter': {'or': [" + repeated(clause, 1_000) + "]}}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("1,000"));
        assertThat(filter("{'field': 'width', 'in': [" + repeated("1", 10_000) + "]}"))
                .isNotNull();
        assertThat(faults("{'filter': {'field': 'width', 'in': [" + repeated("1", 10_001) + "]}}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("10,001"));
        assertThat(faults("{'filter': {'or': [" + repeated("{'folder': '" + FOLDER + "'}", 51) + "]}}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("at most 50"));
    }

    private static String repeated(String text, int times) {
        return IntStream.range(0, times).mapToObj(i -> text).collect(Collectors.joining(","));
    }

    @Test
    void whatIsLeftOutHasItsDefaults() {
        var search = read("{}");

        assertThat(search)
                .isEqualTo(new SearchRequest(
                        new Filter.And(List.of(Filter.everything(), NO_MEMBERS)),
                        null,
                        new SearchOrder.ByField(field("createdAt"), true),
                        List.of(),
                        100,
                        null));
        assertThat(read("{'withMembers': true}").filter()).isEqualTo(Filter.everything());
    }

    @Test
    void wordsAreSortedByRelevanceUnlessSomethingElseIsAskedFor() {
        assertThat(read("{'filter': {'words': 'a'}}").order()).isEqualTo(new SearchOrder.Relevance());
        assertThat(read("{'filter': {'and': [{'field': 'title', 'words': 'a'}]}}")
                        .order())
                .isEqualTo(new SearchOrder.Relevance());
        assertThat(read("{'filter': {'not': {'words': 'a'}}}").order()).isInstanceOf(SearchOrder.ByField.class);
        assertThat(read("{'filter': {'words': 'a'}, 'sort': {'field': 'title'}}")
                        .order())
                .isEqualTo(new SearchOrder.ByField(field("title"), false));
        assertThat(read("{'sort': {'field': 'relevance'}}").order()).isEqualTo(new SearchOrder.Relevance());
    }

    @Test
    void facetsAreTermsOrHistograms() {
        assertThat(read("{'facets': [{'field': 'kind'}, {'field': 'metadata.weather', 'most': 3}, {'field': 'width'},"
                                + " {'field': 'createdAt', 'buckets': 5}]}")
                        .facets())
                .containsExactly(
                        new Facet.Terms(field("kind"), 10),
                        new Facet.Terms(WEATHER, 3),
                        new Facet.Histogram(field("width"), 20),
                        new Facet.Histogram(field("createdAt"), 5));
        assertThat(faults("{'facets': [{'field': 'kind', 'buckets': 3}, {'field': 'width', 'most': 3},"
                        + " {'field': 'kind', 'most': 0}]}"))
                .extracting(RegistryError.Fault::pointer)
                .containsExactly("/facets/0", "/facets/1", "/facets/2/most");
    }

    @Test
    void likenessHasAnchors() {
        var similar = read("""
                        {'similar': {'field': 'metadata.look', 'most': 7,
                            'like': [{'item': '%s'}, {'item': '%s', 'frame': 12}], 'unlike': [{'vector': [1, 0, -0.5]}]}}
                        """.formatted(ITEM, ITEM)).similar();

        assertThat(similar).isNotNull();
        assertThat(similar.most()).isEqualTo(7);
        assertThat(similar.like())
                .containsExactly(new Similar.Anchor.OfItem(ITEM), new Similar.Anchor.OfFrame(ITEM, 12));
        assertThat(similar.unlike())
                .singleElement()
                .isInstanceOfSatisfying(
                        Similar.Anchor.Given.class,
                        given -> assertThat(given.vector()).containsExactly(1, 0, -0.5f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'field': 'metadata.speed', 'like': [{'vector': [1, 0, 0]}]} | /similar/field | is of type number; similarity needs an embedding
            {'field': 'metadata.look', 'like': []} | /similar | At least one sound anchor
            {'field': 'metadata.look', 'like': [{'vector': [1, 0]}]} | /similar/like/0/vector | A list of 3 numbers is expected, got 2
            {'field': 'metadata.look', 'like': [{'vector': [0, 0, 0]}]} | /similar/like/0/vector | zeros
            {'field': 'metadata.look', 'like': [{'vector': [1, 'NaN', 0]}]} | /similar/like/0/vector | something at 1
            {'field': 'metadata.look', 'like': [{'vector': [1, 1e39, 0]}]} | /similar/like/0/vector | something at 1
            {'field': 'metadata.look', 'like': [{'frame': 3}]} | /similar/like/0 | An anchor is
            {'field': 'metadata.look', 'like': [{'item': 'x'}]} | /similar/like/0/item | A UUID
            {'field': 'metadata.look', 'like': [{'vector': [1, 0, 0]}], 'most': 0} | /similar/most | from 1 to 10000
            """)
    void whatIsWrongWithAnchorsIsTold(String similar, String pointer, String message) {
        assertThat(faults("{'similar': " + similar + "}")).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title              | w | cam_01 with\\nlines
            metadata.speed     | q | -1.5E300
            metadata.captured  | m | +999999999-12-31T00:00:00Z
            metadata.night     | f | true
            """)
    void aTokenGivesItsPositionBack(String field, String kind, String value) throws IOException {
        var typed = switch (kind) {
            case "w" -> words(value);
            case "q" -> new TypedValue.Quantity(Double.parseDouble(value));
            case "m" -> new TypedValue.Moment(Instant.parse(value));
            default -> new TypedValue.Flag(Boolean.parseBoolean(value));
        };
        var position = new SearchPosition(typed, ITEM, null);
        var search = "{'sort': {'field': '" + field + "'}";
        var token = SearchToken.of(JsonValues.read(json(search + "}"))).text(position);

        assertThat(read(search + ", 'limit': 3, 'pageToken': '" + token + "'}").after())
                .isEqualTo(position);
    }

    @Test
    void aTokenOfAnotherSearchIsRefused() throws IOException {
        var position = new SearchPosition(null, ITEM, 3L);
        var token = SearchToken.of(JsonValues.read(json("{'sort': {'field': 'width'}}")))
                .text(position);
        var words = new SearchPosition(words("a"), ITEM, null);
        var forged = SearchToken.of(JsonValues.read(json("{'sort': {'field': 'width'}}")))
                .text(words);

        assertThat(read("{'sort': {'field': 'width'}, 'pageToken': '" + token + "'}")
                        .after())
                .isEqualTo(position);
        for (var search : List.of(
                "{'sort': {'field': 'height'}, 'pageToken': '" + token + "'}",
                "{'sort': {'field': 'width'}, 'withMembers': true, 'pageToken': '" + token + "'}",
                "{'sort': {'field': 'width'}, 'pageToken': '" + forged + "'}",
                "{'sort': {'field': 'width'}, 'pageToken': 'x'}",
                "{'pageToken': ''}")) {
            assertThat(faults(search))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/pageToken"));
        }
    }

    @Test
    void aPageBeginsBehindANumberOfHitsOrBehindAToken() {
        assertThat(read("{'offset': 500000}").offset()).isEqualTo(500_000);
        assertThat(read("{}").offset()).isZero();
        for (var wrong : List.of("-1", "1.5", "'1'", "3000000000")) {
            assertThat(faults("{'offset': " + wrong + "}"))
                    .extracting(RegistryError.Fault::pointer)
                    .as(wrong)
                    .containsExactly("/offset");
        }
        assertThat(faults("{'offset': 5, 'pageToken': 'x'}"))
                .extracting(RegistryError.Fault::pointer)
                .contains("/offset");
    }

    private static SearchField field(String name) {
        return FIELDS.find(name).orElseThrow();
    }

    private static TypedValue words(String text) {
        return new TypedValue.Words(text);
    }

    private static Filter filter(String filter) {
        var read = read("{'withMembers': true, 'filter': " + filter + "}");
        return read.filter();
    }

    private static List<RegistryError.Fault> faults(String search) {
        var refused = catchThrowableOfType(RegistryException.class, () -> read(search));
        assertThat(refused).as(search).isNotNull();
        return ((RegistryError.Invalid) refused.error()).faults();
    }

    private static SearchRequest read(String search) {
        try {
            return new SearchReader(FIELDS, new KnownPlaces(), TextEncoders.none()).read(JsonValues.read(json(search)));
        } catch (IOException e) {
            throw new IllegalArgumentException(search, e);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
