package io.accession.core.search;

import static io.accession.core.search.GivenSearch.FOLDER;
import static io.accession.core.search.GivenSearch.ITEM;
import static io.accession.core.search.GivenSearch.NO_MEMBERS;
import static io.accession.core.search.GivenSearch.SPEED;
import static io.accession.core.search.GivenSearch.WEATHER;
import static io.accession.core.search.GivenSearch.faults;
import static io.accession.core.search.GivenSearch.field;
import static io.accession.core.search.GivenSearch.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.RegistryError;
import io.accession.core.schema.TypedValue;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchReaderTest {

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
}
