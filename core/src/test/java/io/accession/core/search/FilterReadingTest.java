package io.accession.core.search;

import static io.accession.core.search.GivenSearch.BELOW;
import static io.accession.core.search.GivenSearch.COLLECTION;
import static io.accession.core.search.GivenSearch.FOLDER;
import static io.accession.core.search.GivenSearch.ITEM;
import static io.accession.core.search.GivenSearch.LOOK;
import static io.accession.core.search.GivenSearch.PLACE;
import static io.accession.core.search.GivenSearch.PRESET;
import static io.accession.core.search.GivenSearch.SDK_PRESET;
import static io.accession.core.search.GivenSearch.SPEED;
import static io.accession.core.search.GivenSearch.WEATHER;
import static io.accession.core.search.GivenSearch.faults;
import static io.accession.core.search.GivenSearch.field;
import static io.accession.core.search.GivenSearch.filter;
import static io.accession.core.search.GivenSearch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.schema.TypedValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter language: what is read, and what is said of what cannot be. */
class FilterReadingTest {

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
                        "Of frames only their metadata and their places on maps can be asked: put 'folder' beside 'frames' and join both with 'and'.",
                        "Of frames only their metadata and their places on maps can be asked: put 'frames' beside 'frames' and join both with 'and'.");
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
}
