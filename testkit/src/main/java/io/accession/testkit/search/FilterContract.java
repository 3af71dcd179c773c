package io.accession.testkit.search;

import static io.accession.testkit.search.SearchGiven.FOLDER;
import static io.accession.testkit.search.SearchGiven.OTHER_FOLDER;
import static io.accession.testkit.search.SearchGiven.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every search index promises about filters. */
abstract class FilterContract extends SearchSuite {

    @Test
    void aFilterWithoutConditionsFindsEverything() throws Exception {
        var first = given.image("1.jpg", "{}");
        var second = given.image("2.jpg", "{}");

        assertThat(found(Filter.everything())).containsExactly(first, second);
        assertThat(found(new Filter.Or(List.of()))).isEmpty();
    }

    @Test
    void aValueOfEveryKindFindsItsEqual() throws Exception {
        var item = given.image("1.jpg", """
                {'weather': 'rain', 'speed': 12.5, 'night': true, 'captured': '2025-06-01T10:00:00Z',
                 'vehicle': 'B7A0C6F0-52DE-4C5B-9A5E-0A43F4C1F001', 'driver.name': 'Jo Ek'}
                """);
        given.image("2.jpg", """
                {'weather': 'snow', 'speed': 12.6, 'night': false, 'captured': '2025-06-01T10:00:00.000001Z',
                 'vehicle': 'b7a0c6f0-52de-4c5b-9a5e-0a43f4c1f002', 'driver.name': 'jo ek'}
                """);

        assertThat(found(Filter.equalTo(WEATHER, words("rain")))).containsExactly(item);
        assertThat(found(Filter.equalTo(SPEED, number(12.5)))).containsExactly(item);
        assertThat(found(Filter.equalTo(NIGHT, new TypedValue.Flag(true)))).containsExactly(item);
        assertThat(found(Filter.equalTo(CAPTURED, moment("2025-06-01T10:00:00Z"))))
                .containsExactly(item);
        assertThat(found(Filter.equalTo(
                        VEHICLE, new TypedValue.Id(UUID.fromString("b7a0c6f0-52de-4c5b-9a5e-0a43f4c1f001")))))
                .containsExactly(item);
        assertThat(found(Filter.equalTo(DRIVER, words("Jo Ek")))).containsExactly(item);
        assertThat(found(Filter.equalTo(DRIVER, words("Jo")))).isEmpty();
    }

    @Test
    void propertiesOfTheItemFindIt() throws Exception {
        given.image("1.jpg", "{}");
        var facts = new MediaFacts.Video("video/mp4", 5_000, 1_920, 1_080, 29.97, 12.5, null);
        var video = given.add(OTHER_FOLDER, ItemKind.VIDEO, "v.mp4", "s3://fleet/v.mp4", true, facts, "{}");

        assertThat(List.of(
                        Filter.equalTo(NAME, words("v.mp4")),
                        Filter.equalTo(property(ItemProperty.KIND), words("video")),
                        Filter.equalTo(property(ItemProperty.MIME_TYPE), words("video/mp4")),
                        Filter.equalTo(property(ItemProperty.OBJECT_URL), words("s3://fleet/v.mp4")),
                        Filter.equalTo(property(ItemProperty.BYTES), number(5_000)),
                        Filter.equalTo(property(ItemProperty.WIDTH), number(1_920)),
                        Filter.equalTo(property(ItemProperty.HEIGHT), number(1_080)),
                        Filter.equalTo(property(ItemProperty.AREA), number(2_073_600)),
                        Filter.equalTo(property(ItemProperty.ASPECT_RATIO), number(1_920.0 / 1_080)),
                        Filter.equalTo(property(ItemProperty.DURATION), number(12.5)),
                        Filter.equalTo(property(ItemProperty.FRAME_RATE), number(29.97)),
                        Filter.equalTo(property(ItemProperty.CREATED), moment("2025-03-01T08:00:02Z")),
                        Filter.equalTo(property(ItemProperty.EDITED), moment("2025-03-01T08:01:02Z")),
                        Filter.equalTo(property(ItemProperty.FOLDER), new TypedValue.Id(OTHER_FOLDER.value())),
                        Filter.equalTo(property(ItemProperty.IS_MEMBER), new TypedValue.Flag(true)),
                        new Filter.InFolders(Set.of(OTHER_FOLDER)),
                        new Filter.Items(Set.of(video))))
                .allSatisfy(filter -> assertThat(found(filter)).containsExactly(video));
        assertThat(found(Filter.equalTo(
                        property(ItemProperty.INTEGRATION), new TypedValue.Id(SearchGiven.INTEGRATION.value()))))
                .hasSize(2);
    }

    @Test
    void oneOfManyValuesIsEnough() throws Exception {
        var rain = given.image("1.jpg", "{'weather': 'rain', 'speed': 3}");
        var snow = given.image("2.jpg", "{'weather': 'snow', 'speed': 20000}");
        given.image("3.jpg", "{'weather': 'fog', 'speed': 0.5}");

        assertThat(found(new Filter.OneOf(WEATHER, Set.of(words("rain"), words("snow")))))
                .containsExactly(rain, snow);
        assertThat(found(new Filter.OneOf(WEATHER, Set.of()))).isEmpty();
        var tenThousand = IntStream.range(0, 10_000)
                .<TypedValue>mapToObj(SearchSuite::number)
                .collect(Collectors.toSet());
        assertThat(found(new Filter.OneOf(SPEED, tenThousand))).containsExactly(rain);
    }

    @Test
    void rangesHonourTheirEnds() throws Exception {
        var one = given.image("1.jpg", "{'speed': 1, 'captured': '2025-01-01'}");
        var two = given.image("2.jpg", "{'speed': 2, 'captured': '2025-01-02'}");
        var three = given.image("3.jpg", "{'speed': 3, 'captured': '2025-01-03'}");
        given.image("none.jpg", "{}");

        assertThat(found(range(SPEED, at(number(1)), at(number(2))))).containsExactly(one, two);
        assertThat(found(range(SPEED, beyond(number(1)), at(number(3))))).containsExactly(two, three);
        assertThat(found(range(SPEED, beyond(number(1)), beyond(number(3))))).containsExactly(two);
        assertThat(found(range(SPEED, beyond(number(1)), beyond(number(1))))).isEmpty();
        assertThat(found(range(SPEED, at(number(3)), at(number(1))))).isEmpty();
        assertThat(found(range(SPEED, null, beyond(number(2))))).containsExactly(one);
        assertThat(found(range(SPEED, at(number(2)), null))).containsExactly(two, three);
        assertThat(found(range(CAPTURED, at(moment("2025-01-02T00:00:00Z")), null)))
                .containsExactly(two, three);
        assertThat(found(range(
                        CAPTURED, beyond(moment("2025-01-01T00:00:00Z")), beyond(moment("2025-01-03T00:00:00Z")))))
                .containsExactly(two);
    }

    @Test
    void numbersAreComparedInFull() throws Exception {
        var least = given.image("1.jpg", "{'speed': -1.7976931348623157e308}");
        var zero = given.image("2.jpg", "{'speed': -0.0}");
        var third = given.image("3.jpg", "{'speed': 0.1}");
        var above = given.image("4.jpg", "{'speed': 0.10000000000000002}");

        assertThat(found(Filter.equalTo(SPEED, number(0.0)))).containsExactly(zero);
        assertThat(found(Filter.equalTo(SPEED, number(-0.0)))).containsExactly(zero);
        assertThat(found(range(SPEED, at(number(0.0)), null))).containsExactly(zero, third, above);
        assertThat(found(range(SPEED, null, at(number(-0.0))))).containsExactly(least, zero);
        assertThat(found(range(SPEED, beyond(number(0.1)), null))).containsExactly(above);
        assertThat(found(range(SPEED, null, beyond(number(-1e308))))).containsExactly(least);
    }

    @Test
    void datetimesCountToTheMicrosecond() throws Exception {
        var first = given.image("1.jpg", "{'captured': '1969-12-31T23:59:59.9999991Z'}");
        var second = given.image("2.jpg", "{'captured': '2025-01-01T01:00:00.000001+01:00'}");
        given.image("3.jpg", "{'captured': '2025-01-01T00:00:00.000002Z'}");

        assertThat(found(Filter.equalTo(CAPTURED, moment("1969-12-31T23:59:59.999999Z"))))
                .containsExactly(first);
        assertThat(found(Filter.equalTo(CAPTURED, moment("2025-01-01T00:00:00.0000019Z"))))
                .containsExactly(second);
        assertThat(found(range(CAPTURED, null, beyond(moment("2025-01-01T00:00:00.000002Z")))))
                .containsExactly(first, second);
    }

    @Test
    void datesOfAnyYearAreKnown() throws Exception {
        var old = given.image("1.jpg", "{'captured': '0001-01-01'}");
        var far = given.image("2.jpg", "{'captured': '+999999999-12-31'}");

        assertThat(found(range(CAPTURED, null, at(moment("1000-01-01T00:00:00Z")))))
                .containsExactly(old);
        assertThat(found(range(CAPTURED, at(moment("9999-01-01T00:00:00Z")), null)))
                .containsExactly(far);
        assertThat(found(new Filter.Exists(CAPTURED))).containsExactly(old, far);
    }

    @Test
    void prefixesAreLiteralAndCaseCounts() throws Exception {
        var camera = given.image("Cam_01*.jpg", "{'driver.name': 'Ada \\\\ Lovelace'}");
        var other = given.image("Cam_012.jpg", "{'driver.name': 'Adam'}");

        assertThat(found(new Filter.Prefix(NAME, "Cam_01"))).containsExactly(camera, other);
        assertThat(found(new Filter.Prefix(NAME, "Cam_01*"))).containsExactly(camera);
        assertThat(found(new Filter.Prefix(NAME, "cam_01"))).isEmpty();
        assertThat(found(new Filter.Prefix(DRIVER, "Ada \\"))).containsExactly(camera);
        assertThat(found(new Filter.Prefix(property(ItemProperty.OBJECT_URL), "s3://fleet/Cam_")))
                .containsExactly(camera, other);
        assertThat(found(new Filter.Prefix(property(ItemProperty.KIND), "im"))).containsExactly(camera, other);
    }

    @Test
    void wordsAreWhatLettersAndDigitsStandTogether() throws Exception {
        var camera = given.image("cam_01-2024.jpg", "{'notes': 'A cyclist, at dusk.'}");
        var other = given.image("camera 2.jpg", "{'notes': 'Two cyclists at DUSK; strasse Straße 横断歩道'}");

        assertThat(List.of("cam", "01", "cam_01", "CAM-2024", "2024 cam", "jpg cam_01"))
                .allSatisfy(
                        text -> assertThat(found(new Filter.Words(NAME, text))).containsExactly(camera));
        assertThat(found(new Filter.Words(NOTES, "dusk"))).containsExactly(camera, other);
        assertThat(found(new Filter.Words(NOTES, "cyclist"))).containsExactly(camera);
        assertThat(found(new Filter.Words(NOTES, "dusk cyclists"))).containsExactly(other);
        assertThat(found(new Filter.Words(NOTES, "STRASSE"))).containsExactly(other);
        assertThat(found(new Filter.Words(NOTES, "straße"))).containsExactly(other);
        assertThat(found(new Filter.Words(NOTES, "横断歩道"))).containsExactly(other);
        assertThat(found(new Filter.Words(NOTES, "a"))).containsExactly(camera);
        assertThat(found(new Filter.Words(NOTES, "cam"))).isEmpty();
    }

    @Test
    void wordsWithoutAFieldAreLookedForInTheTitleAndTheMetadata() throws Exception {
        var item = given.image("bridge.jpg", "{'weather': 'fog', 'notes': 'slow traffic', 'driver.name': 'Ada'}");
        given.image("bridge 2.jpg", "{'weather': 'rain', 'notes': 'slow traffic', 'undeclared': 'fog'}");

        assertThat(found(new Filter.Words(null, "fog bridge TRAFFIC ada"))).containsExactly(item);
        assertThat(found(new Filter.Words(null, "fog tunnel"))).isEmpty();
        assertThat(found(new Filter.Words(null, "image"))).isEmpty();
    }

    @Test
    void onlyValuesThatFitTheirTypeExist() throws Exception {
        var sound = given.image("1.jpg", "{'speed': 0, 'night': false, 'weather': 'fog', 'notes': ''}");
        given.image("2.jpg", "{'speed': 'fast', 'night': 1, 'weather': 'hail', 'notes': 7}");
        given.image("3.jpg", "{'speed': null, 'night': null, 'weather': null, 'notes': null}");

        assertThat(List.of(SPEED, NIGHT, WEATHER, NOTES))
                .allSatisfy(field -> assertThat(found(new Filter.Exists(field))).containsExactly(sound));
        assertThat(found(new Filter.Exists(property(ItemProperty.DURATION)))).isEmpty();
        assertThat(found(new Filter.Exists(property(ItemProperty.WIDTH)))).hasSize(3);
    }

    @Test
    void notLetsItemsWithoutAValuePass() throws Exception {
        given.image("1.jpg", "{'weather': 'rain'}");
        var snow = given.image("2.jpg", "{'weather': 'snow'}");
        var none = given.image("3.jpg", "{}");
        var rain = Filter.equalTo(WEATHER, words("rain"));

        assertThat(found(new Filter.Not(rain))).containsExactly(snow, none);
        assertThat(found(new Filter.And(List.of(new Filter.Not(rain), new Filter.Exists(WEATHER)))))
                .containsExactly(snow);
        assertThat(found(new Filter.Not(new Filter.Not(new Filter.Not(rain))))).containsExactly(snow, none);
        assertThat(found(new Filter.Not(Filter.everything()))).isEmpty();
    }

    @Test
    void filtersOfAThousandPartsAndThirtyLevelsWork() throws Exception {
        var item = given.image("1.jpg", "{'speed': 999}");
        given.image("2.jpg", "{'speed': 1000}");
        var wide = new Filter.Or(IntStream.range(0, 1_000)
                .mapToObj(i -> Filter.equalTo(SPEED, number(i)))
                .toList());
        Filter deep = wide;
        for (int i = 0; i < 15; i++) {
            deep = new Filter.Not(new Filter.And(List.of(new Filter.Not(deep))));
        }

        assertThat(found(wide)).containsExactly(item);
        assertThat(found(deep)).containsExactly(item);
    }

    @Test
    void boxesHaveTheirEdgesAndMayCrossTheDateLine() throws Exception {
        var bern = given.image("1.jpg", "{'place': {'latitude': 46.948, 'longitude': 7.447}}");
        var suva = given.image("2.jpg", "{'place': {'latitude': -18.124, 'longitude': 178.45}}");
        var apia = given.image("3.jpg", "{'place': {'latitude': -13.833, 'longitude': -171.766}}");
        given.image("4.jpg", "{'place': {'latitude': 91, 'longitude': 0}}");

        assertThat(found(new Filter.Box(PLACE, 45, 5, 48, 11))).containsExactly(bern);
        assertThat(found(new Filter.Box(PLACE, -20, 170, -10, -170))).containsExactly(suva, apia);
        assertThat(found(new Filter.Box(PLACE, -90, -180, 90, 180))).containsExactly(bern, suva, apia);
    }

    @Test
    void nearIsADistanceOnTheGlobe() throws Exception {
        var bern = given.image("1.jpg", "{'place': {'latitude': 46.948, 'longitude': 7.447}}");
        var zurich = given.image("2.jpg", "{'place': {'latitude': 47.378, 'longitude': 8.540}}");
        var west = given.image("3.jpg", "{'place': {'latitude': 0, 'longitude': -179.99}}");

        assertThat(found(new Filter.Near(PLACE, 46.948, 7.447, 90_000))).containsExactly(bern);
        assertThat(found(new Filter.Near(PLACE, 46.948, 7.447, 100_000))).containsExactly(bern, zurich);
        assertThat(found(new Filter.Near(PLACE, 0, 179.99, 3_000))).containsExactly(west);
    }

    /** Twelve seconds at 25 frames a second. */
    private ItemId video(String name, String metadata) {
        var facts = new MediaFacts.Video("video/mp4", 5_000, 1_920, 1_080, 25, 12, null);
        return given.add(FOLDER, ItemKind.VIDEO, name, "s3://fleet/" + name, false, facts, metadata);
    }

    @Test
    void aVideoIsFoundByWhatOneOfItsFramesIs() throws Exception {
        var wet = video("1.mp4", """
                {'weather': 'fog', '$encord': {'frames': {'0': {'weather': 'rain', 'speed': 10, 'notes': 'a red car'},
                                                          '50': {'weather': 'snow', 'speed': 90}}}}
                """);
        var dry = video("2.mp4", "{'weather': 'rain', '$encord': {'frames': {'7': {'speed': 50}, '9': {}}}}");
        given.image("3.jpg", "{'weather': 'rain', '$encord': {'frames': {'0': {'weather': 'rain'}}}}");
        var rain = Filter.equalTo(WEATHER, words("rain"));
        var fast = range(SPEED, at(number(80)), null);

        assertThat(found(new Filter.Frames(rain))).containsExactly(wet);
        assertThat(found(new Filter.Frames(new Filter.And(List.of(rain, fast)))))
                .isEmpty();
        assertThat(found(new Filter.And(List.of(new Filter.Frames(rain), new Filter.Frames(fast)))))
                .containsExactly(wet);
        assertThat(found(new Filter.Frames(new Filter.Not(new Filter.Exists(WEATHER)))))
                .containsExactly(dry);
        assertThat(found(new Filter.Frames(new Filter.Words(null, "CAR red")))).containsExactly(wet);
        assertThat(found(new Filter.Frames(new Filter.Words(null, "mp4")))).isEmpty();
        assertThat(found(new Filter.Frames(Filter.everything()))).containsExactly(wet, dry);
        assertThat(found(new Filter.Not(new Filter.Frames(fast)))).hasSize(2).doesNotContain(wet);
    }

    @Test
    void framesThatPassAreHitsOfTheirOwn() throws Exception {
        var first = video("1.mp4", """
                {'$encord': {'frames': {'50': {'weather': 'rain', 'speed': 3}, '0': {'weather': 'rain', 'speed': 3},
                                        '7': {'weather': 'fog', 'speed': 9}}}}
                """);
        var second = video(
                "2.mp4", "{'night': true, '$encord': {'frames': {'4': {'weather': 'rain', 'speed': 1}, '9': {}}}}");
        given.image("3.jpg", "{'weather': 'rain'}");
        var rain = Filter.equalTo(WEATHER, words("rain"));

        assertThat(frames(Filter.everything(), rain, new SearchOrder.ByField(SPEED, false)))
                .containsExactly(second + " 4", first + " 0", first + " 50");
        assertThat(frames(Filter.everything(), Filter.everything(), new SearchOrder.ByField(SPEED, true)))
                .containsExactly(first + " 7", first + " 0", first + " 50", second + " 4", second + " 9");
        assertThat(frames(Filter.everything(), new Filter.Not(rain), BY_AGE))
                .containsExactly(first + " 7", second + " 9");
        assertThat(frames(new Filter.Not(new Filter.Exists(NIGHT)), rain, BY_AGE))
                .containsExactly(first + " 0", first + " 50");
        var counted = hits(
                new SearchRequest(
                        Filter.everything(),
                        null,
                        Filter.everything(),
                        BY_AGE,
                        List.of(new Facet.Terms(WEATHER, 5)),
                        0,
                        null),
                ALL);
        assertThat(counted.total()).isEqualTo(5);
        assertThat(counted.facets())
                .containsExactly(new FacetCounts.Terms(
                        WEATHER,
                        List.of(new FacetCounts.Term(words("rain"), 3), new FacetCounts.Term(words("fog"), 1)),
                        2,
                        1));
    }

    /** Items and numbers, gone through in pages of two. */
    private List<String> frames(Filter items, Filter frames, SearchOrder order) {
        var all = new ArrayList<String>();
        var request = new SearchRequest(items, null, frames, order, List.of(), 2, null);
        for (var next = request; next != null; ) {
            var page = hits(next, ALL);
            page.hits().forEach(hit -> all.add(hit.item() + " " + hit.frame()));
            next = page.next() == null ? null : request.after(page.next());
        }
        return all;
    }

    @Test
    void framesOfItemsThatMayNotBeReadAreNotFound() throws Exception {
        video("1.mp4", "{'$encord': {'frames': {'0': {'weather': 'rain'}}}}");
        var request = new SearchRequest(Filter.everything(), null, Filter.everything(), BY_AGE, List.of(), 10, null);

        assertThat(hits(request, new ReadableFolders.Only(Set.of(OTHER_FOLDER))).total())
                .isZero();
        assertThat(hits(request, new ReadableFolders.Only(Set.of(FOLDER))).total())
                .isEqualTo(1);
    }

    @Test
    void whatFramesAreIsNotWhatTheirVideoIs() throws Exception {
        video("1.mp4", "{'$encord': {'frames': {'0': {'weather': 'rain', 'notes': 'dusk'}}}}");

        assertThat(found(Filter.equalTo(WEATHER, words("rain")))).isEmpty();
        assertThat(found(new Filter.Words(null, "dusk"))).isEmpty();
        assertThat(found(new Filter.Not(new Filter.Exists(WEATHER)))).hasSize(1);
        assertThat(facets(new Facet.Terms(WEATHER, 5)))
                .containsExactly(new FacetCounts.Terms(WEATHER, List.of(), 0, 1));
    }

    @Test
    void whatDoesNotFitTheSchemaIsFoundAndCountedByItsKey() throws Exception {
        var speed = given.image("1.jpg", "{'speed': 'fast', 'weather': 'rain'}");
        given.image("2.jpg", "{'speed': 5}");
        var frame = video("3.mp4", """
                {'speed': [], '$encord': {'frames': {'1': {'weather': 'hail'}, '999': {}, '1000': {}}}}
                """);
        var violations = property(ItemProperty.VIOLATION);

        assertThat(found(new Filter.Exists(violations))).containsExactly(speed, frame);
        assertThat(found(Filter.equalTo(violations, words("weather")))).containsExactly(frame);
        assertThat(facets(new Facet.Terms(violations, 5)))
                .containsExactly(new FacetCounts.Terms(
                        violations,
                        List.of(
                                new FacetCounts.Term(words("speed"), 2),
                                new FacetCounts.Term(words("$encord.frames"), 1),
                                new FacetCounts.Term(words("weather"), 1)),
                        3,
                        1));
    }

    @Test
    void aKeyThatTheSchemaForgotFindsNothing() throws Exception {
        given.image("1.jpg", "{'weather': 'rain'}");

        var hits = hits(
                index(MetadataSchema.empty(), given.items()),
                request(new Filter.Exists(WEATHER), new SearchOrder.ByField(WEATHER, false), 10),
                ALL);

        assertThat(hits.total()).isZero();
    }
}
