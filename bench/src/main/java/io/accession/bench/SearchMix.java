package io.accession.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.api.NewSearch;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Searches as people make them who narrow a catalogue down: a filter, counts of several keys, and the first page. */
final class SearchMix {

    private static final List<String> WEATHER = List.of("sun", "rain", "snow", "fog", "hail");
    private static final List<String> LIGHT = List.of("day", "dusk", "night");
    private static final List<NewSearch.Facet> FACETS = List.of(
            terms("metadata.weather"),
            terms("metadata.light"),
            terms("metadata.city"),
            terms("metadata.vehicle"),
            new NewSearch.Facet("metadata.speed", null, 20));

    private final Random random = new Random(11);

    private static NewSearch.Facet terms(String field) {
        return new NewSearch.Facet(field, 10, null);
    }

    /** Four conditions of four kinds, in no order that repeats. */
    NewSearch filterWithFacets() {
        int slow = random.nextInt(60);
        return search("""
                {"and": [{"field": "metadata.weather", "in": ["%s", "%s"]},
                         {"field": "metadata.speed", "atLeast": %d, "below": %d},
                         {"field": "metadata.reviewed", "equals": %b},
                         {"field": "metadata.captured", "atLeast": "2024-%02d-01"}]}
                """.formatted(
                        any(WEATHER),
                        any(WEATHER),
                        slow,
                        slow + 10 + random.nextInt(60),
                        random.nextBoolean(),
                        1 + random.nextInt(12)));
    }

    /** One condition is another than in the search before. */
    NewSearch changedFilter(int step) {
        return search("""
                {"and": [{"field": "metadata.weather", "equals": "%s"}, {"field": "metadata.light", "equals": "%s"},
                         {"field": "metadata.objects", "atLeast": %d}]}
                """.formatted(WEATHER.get(step / 3 % 5), LIGHT.get(step % 3), step / 15 % 40));
    }

    /** Without a filter: everything is counted. */
    NewSearch everything() {
        return new NewSearch(
                null,
                null,
                new NewSearch.Sort("metadata.%s".formatted(any(List.of("speed", "score", "captured"))), true),
                FACETS,
                null,
                50,
                null);
    }

    NewSearch words() {
        return search("{\"words\": \"cyclist city %d\"}".formatted(random.nextInt(60)));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static NewSearch search(String filter) {
        return new NewSearch(json(filter), null, null, FACETS, null, 50, null);
    }

    static NewSearch at(String objectUrl) {
        return new NewSearch(
                json(String.format(Locale.ROOT, "{\"field\": \"objectUrl\", \"equals\": \"%s\"}", objectUrl)),
                null,
                null,
                null,
                null,
                0,
                null);
    }

    static JsonNode json(String text) {
        try {
            return Json.lenient().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
