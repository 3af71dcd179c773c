package io.accession.core.search;

import static io.accession.core.search.GivenSearch.ITEM;
import static io.accession.core.search.GivenSearch.faults;
import static io.accession.core.search.GivenSearch.json;
import static io.accession.core.search.GivenSearch.read;
import static io.accession.core.search.GivenSearch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.RegistryError;
import io.accession.core.schema.JsonValues;
import io.accession.core.schema.TypedValue;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a page of hits begins. */
class SearchPagesTest {

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
}
