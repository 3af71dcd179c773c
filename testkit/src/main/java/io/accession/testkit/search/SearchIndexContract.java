package io.accession.testkit.search;

import static io.accession.testkit.search.SearchGiven.FOLDER;
import static io.accession.testkit.search.SearchGiven.OTHER_FOLDER;
import static io.accession.testkit.search.SearchGiven.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every search index promises about filters, neighbours, order, pages, counts and what is readable. */
public abstract class SearchIndexContract extends SimilarContract {

    @Test
    void nothingIsSeenOfWhatIsNotReadable() throws Exception {
        var open = given.image(FOLDER, "1.jpg", 10, 10, "{'weather': 'rain', 'speed': 1}");
        var closed = given.image(OTHER_FOLDER, "2.jpg", 10, 10, "{'weather': 'snow', 'speed': 100}");
        var request = new SearchRequest(
                new Filter.Items(Set.of(open, closed)),
                null,
                BY_AGE,
                List.of(new Facet.Terms(WEATHER, 10), new Facet.Histogram(SPEED, 4)),
                10,
                null);

        var hits = hits(request, new ReadableFolders.Only(Set.of(FOLDER)));

        assertThat(hits.hits()).extracting(SearchHits.Hit::item).containsExactly(open);
        assertThat(hits.total()).isEqualTo(1);
        assertThat(hits.facets())
                .containsExactly(
                        new FacetCounts.Terms(WEATHER, List.of(new FacetCounts.Term(words("rain"), 1)), 1, 0),
                        new FacetCounts.Histogram(SPEED, List.of(new FacetCounts.Bucket(number(1), number(1), 1)), 0));
        assertThat(hits(request, new ReadableFolders.Only(Set.of())).total()).isZero();
        assertThat(hits(request, ALL).total()).isEqualTo(2);
    }

    @Test
    void hitsAreSortedAndThoseWithoutAValueComeLast() throws Exception {
        var none = given.image("none.jpg", "{}");
        var slow = given.image("b.jpg", "{'speed': -2, 'night': true, 'captured': '2025-01-02', 'driver.name': 'b'}");
        var fast =
                given.image("a.jpg", "{'speed': 1e10, 'night': false, 'captured': '1960-01-02', 'driver.name': 'B'}");
        var same = given.image("c.jpg", "{'speed': -2, 'night': true, 'captured': '2025-01-02', 'driver.name': 'b'}");

        assertThat(sorted(SPEED, false)).containsExactly(slow, same, fast, none);
        assertThat(sorted(SPEED, true)).containsExactly(fast, slow, same, none);
        assertThat(sorted(NIGHT, false)).containsExactly(fast, slow, same, none);
        assertThat(sorted(NIGHT, true)).containsExactly(slow, same, fast, none);
        assertThat(sorted(CAPTURED, false)).containsExactly(fast, slow, same, none);
        assertThat(sorted(CAPTURED, true)).containsExactly(slow, same, fast, none);
        assertThat(sorted(DRIVER, false)).containsExactly(fast, slow, same, none);
        assertThat(sorted(DRIVER, true)).containsExactly(slow, same, fast, none);
        assertThat(sorted(NAME, false)).containsExactly(fast, slow, same, none);
        assertThat(sorted(property(ItemProperty.CREATED), true)).containsExactly(same, fast, slow, none);
    }

    @Test
    void textsAreSortedByTheirCodePoints() throws Exception {
        var emoji = given.image("\uD83D\uDE00.jpg", "{}");
        var wide = given.image("\uFF21.jpg", "{}");
        var umlaut = given.image("ä.jpg", "{}");
        var capital = given.image("Z.jpg", "{}");

        assertThat(sorted(NAME, false)).containsExactly(capital, umlaut, wide, emoji);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsOrRepetition() throws Exception {
        for (int i = 0; i < 23; i++) {
            given.image(i % 7 + ".jpg", i % 5 == 0 ? "{}" : "{'speed': " + i % 3 + ", 'notes': 'dusk and dusk'}");
        }
        var orders = List.of(
                BY_AGE,
                new SearchOrder.ByField(SPEED, false),
                new SearchOrder.ByField(SPEED, true),
                new SearchOrder.ByField(NAME, true),
                new SearchOrder.Relevance());

        for (var order : orders) {
            var whole = items(hits(request(Filter.everything(), order, 100), ALL));
            assertThat(pages(request(Filter.everything(), order, 4)))
                    .as("in the order %s", order)
                    .containsExactlyElementsOf(whole)
                    .hasSize(23);
        }
    }

    @Test
    void aPageBeginsWithTheHitOfAnyNumber() throws Exception {
        for (int i = 0; i < 23; i++) {
            given.image(
                    i % 7 + ".jpg",
                    i % 5 == 0
                            ? "{}"
                            : "{'speed': " + (i % 3 - 1) + ", 'captured': '2024-01-0" + (1 + i % 2)
                                    + "', 'notes': 'dusk" + " dusk".repeat(i % 4) + "'}");
        }
        var orders = List.of(
                BY_AGE,
                new SearchOrder.ByField(SPEED, false),
                new SearchOrder.ByField(SPEED, true),
                new SearchOrder.ByField(CAPTURED, true),
                new SearchOrder.ByField(NAME, false),
                new SearchOrder.ByField(WEATHER, true),
                new SearchOrder.ByField(NAME, true),
                new SearchOrder.Relevance());

        for (var order : orders) {
            for (var filter : List.of(Filter.everything(), new Filter.Words(NOTES, "dusk"))) {
                var whole = items(hits(request(filter, order, 100), ALL));
                for (int from = 0; from <= whole.size(); from++) {
                    var page = hits(request(filter, order, 3).from(from), ALL);
                    assertThat(items(page))
                            .as("from %s in the order %s", from, order)
                            .isEqualTo(whole.subList(from, Math.min(from + 3, whole.size())));
                    assertThat(page.total()).isEqualTo(whole.size());
                    assertThat(page.next() == null).isEqualTo(from + 3 >= whole.size());
                }
            }
        }
    }

    @Test
    void whatIsAddedBeforeAPositionMovesNothing() throws Exception {
        for (int i = 0; i < 6; i++) {
            given.image("2.jpg", "{'speed': 2}");
        }
        var request = request(Filter.everything(), new SearchOrder.ByField(SPEED, false), 3);
        var first = hits(request, ALL);
        given.image("1.jpg", "{'speed': 1}");
        var last = given.image("3.jpg", "{'speed': 3}");

        var position = first.next();
        assertThat(position).isNotNull();
        assertThat(items(hits(request.after(position), ALL)))
                .containsExactly(SearchGiven.id(4), SearchGiven.id(5), SearchGiven.id(6));
        assertThat(pages(request.after(position))).hasSize(4).endsWith(last);
    }

    @Test
    void theLastPageSaysThatItIsTheLast() throws Exception {
        given.image("1.jpg", "{}");
        given.image("2.jpg", "{}");

        assertThat(hits(request(Filter.everything(), BY_AGE, 2), ALL).next()).isNull();
        assertThat(hits(request(Filter.everything(), BY_AGE, 1), ALL).next()).isNotNull();
        assertThat(hits(request(new Filter.Or(List.of()), BY_AGE, 1), ALL).next())
                .isNull();
    }

    @Test
    void theTotalIsThatOfAllPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            given.image("1.jpg", "{}");
        }

        var counted = hits(request(Filter.everything(), BY_AGE, 0), ALL);
        assertThat(counted.total()).isEqualTo(5);
        assertThat(counted.hits()).isEmpty();
        assertThat(counted.next()).isNull();
        var first = hits(request(Filter.everything(), BY_AGE, 2), ALL);
        assertThat(first.total()).isEqualTo(5);
        assertThat(hits(request(Filter.everything(), BY_AGE, 2).after(position(first)), ALL)
                        .total())
                .isEqualTo(5);
    }

    @Test
    void termsAreCountedTheMostFrequentFirst() throws Exception {
        given.image("1.jpg", "{'weather': 'snow', 'driver.name': 'b', 'night': true}");
        given.image("2.jpg", "{'weather': 'rain', 'driver.name': 'a', 'night': true}");
        given.image("3.jpg", "{'weather': 'rain', 'driver.name': 'c'}");
        given.image("4.jpg", "{}");

        assertThat(facets(
                        new Facet.Terms(WEATHER, 10),
                        new Facet.Terms(DRIVER, 2),
                        new Facet.Terms(NIGHT, 10),
                        new Facet.Terms(property(ItemProperty.FOLDER), 1),
                        new Facet.Terms(property(ItemProperty.KIND), 1)))
                .containsExactly(
                        new FacetCounts.Terms(
                                WEATHER,
                                List.of(new FacetCounts.Term(words("rain"), 2), new FacetCounts.Term(words("snow"), 1)),
                                2,
                                1),
                        new FacetCounts.Terms(
                                DRIVER,
                                List.of(new FacetCounts.Term(words("a"), 1), new FacetCounts.Term(words("b"), 1)),
                                3,
                                1),
                        new FacetCounts.Terms(NIGHT, List.of(new FacetCounts.Term(new TypedValue.Flag(true), 2)), 1, 2),
                        new FacetCounts.Terms(
                                property(ItemProperty.FOLDER),
                                List.of(new FacetCounts.Term(new TypedValue.Id(FOLDER.value()), 4)),
                                1,
                                0),
                        new FacetCounts.Terms(
                                property(ItemProperty.KIND), List.of(new FacetCounts.Term(words("image"), 4)), 1, 0));
    }

    @Test
    void anItemWithSeveralValuesCountsForEach() throws Exception {
        var facts = new MediaFacts.DicomSeries(
                "application/dicom", 9, 2, 2, "1.2", "1.3", null, 512, 256, null, null, List.of("GAP", "MIXED_SIZES"));
        var series = given.add(FOLDER, ItemKind.DICOM_SERIES, "series", null, false, facts, "{}");
        var warnings = property(ItemProperty.WARNING);

        assertThat(facets(new Facet.Terms(warnings, 10)))
                .containsExactly(new FacetCounts.Terms(
                        warnings,
                        List.of(new FacetCounts.Term(words("GAP"), 1), new FacetCounts.Term(words("MIXED_SIZES"), 1)),
                        2,
                        0));
        assertThat(found(Filter.equalTo(warnings, words("MIXED_SIZES")))).containsExactly(series);
        assertThat(found(new Filter.Exists(property(ItemProperty.OBJECT_URL)))).isEmpty();
    }

    @Test
    void histogramsGoFromTheLeastToTheGreatestValueInEqualSteps() throws Exception {
        for (int speed : new int[] {0, 1, 9, 10, 20, 40}) {
            given.image("1.jpg", "{'speed': " + speed + ", 'captured': '2025-01-01T00:00:" + (10 + speed) + "Z'}");
        }
        given.image("none.jpg", "{}");

        assertThat(facets(new Facet.Histogram(SPEED, 4), new Facet.Histogram(CAPTURED, 2)))
                .containsExactly(
                        new FacetCounts.Histogram(
                                SPEED,
                                List.of(
                                        new FacetCounts.Bucket(number(0), number(10), 3),
                                        new FacetCounts.Bucket(number(10), number(20), 1),
                                        new FacetCounts.Bucket(number(20), number(30), 1),
                                        new FacetCounts.Bucket(number(30), number(40), 1)),
                                1),
                        new FacetCounts.Histogram(
                                CAPTURED,
                                List.of(
                                        new FacetCounts.Bucket(
                                                moment("2025-01-01T00:00:10Z"), moment("2025-01-01T00:00:30Z"), 4),
                                        new FacetCounts.Bucket(
                                                moment("2025-01-01T00:00:30Z"), moment("2025-01-01T00:00:50Z"), 2)),
                                1));
    }

    @Test
    void aHistogramOfNothingHasNoBuckets() throws Exception {
        given.image("none.jpg", "{}");

        assertThat(facets(new Facet.Histogram(SPEED, 4)))
                .containsExactly(new FacetCounts.Histogram(SPEED, List.of(), 1));
    }

    @Test
    void theBestWordsComeFirst() throws Exception {
        var once = given.image("1.jpg", "{'notes': 'dusk and a very long night that has nothing to do with it'}");
        var often = given.image("2.jpg", "{'notes': 'dusk dusk dusk'}");
        given.image("3.jpg", "{'notes': 'dawn'}");

        var hits = hits(request(new Filter.Words(NOTES, "dusk"), new SearchOrder.Relevance(), 10), ALL);

        assertThat(items(hits)).containsExactly(often, once);
        assertThat(hits.hits().getFirst().score())
                .isGreaterThan(hits.hits().getLast().score());
        assertThat(hits.hits().getLast().score()).isPositive();
    }
}
