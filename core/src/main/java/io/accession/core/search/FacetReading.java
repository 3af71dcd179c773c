package io.accession.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how the hits of a search should be counted. */
final class FacetReading {

    private static final int FACETS = 50;
    private static final int DEFAULT_TERMS = 10;
    private static final int DEFAULT_BUCKETS = 20;

    private final SearchFields fields;

    FacetReading(SearchFields fields) {
        this.fields = fields;
    }

    List<Facet> read(GivenValue given) {
        var facets = new ArrayList<Facet>();
        given.list(FACETS).forEach(one -> facet(one).ifPresent(facets::add));
        return facets;
    }

    private Optional<Facet> facet(GivenValue given) {
        return given.object(Set.of("field", "most", "buckets"))
                .flatMap(facet -> facet.require("field").flatMap(fields::read).flatMap(field -> facet(facet, field)));
    }

    private static Optional<Facet> facet(GivenObject given, SearchField field) {
        var kind = field.kind();
        if (kind.isScale()) {
            return given.has("most")
                    ? given.fault("The field '" + field.name() + "' is of type " + kind.wireName()
                            + ", which is counted in 'buckets', not in 'most' values.")
                    : Optional.of(new Facet.Histogram(field, size(given, "buckets", DEFAULT_BUCKETS)));
        }
        if (!kind.isCountable()) {
            return given.fault(
                    "Hits cannot be counted by '" + field.name() + "', which is of type " + kind.wireName() + ".");
        }
        return given.has("buckets")
                ? given.fault("The field '" + field.name() + "' is of type " + kind.wireName()
                        + ", of which the 'most' frequent values are counted, not 'buckets'.")
                : Optional.of(new Facet.Terms(field, size(given, "most", DEFAULT_TERMS)));
    }

    private static int size(GivenObject given, String property, int otherwise) {
        return given.find(property)
                .flatMap(value -> value.whole(1, Facet.MOST))
                .orElse((long) otherwise)
                .intValue();
    }
}
