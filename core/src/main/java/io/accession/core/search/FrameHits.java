package io.accession.core.search;

import java.util.List;

/** What a search whose hits are frames can ask for: they have metadata, and nothing else but when their item was created. */
final class FrameHits {

    private static final SearchField CREATED = new SearchField.Property(ItemProperty.CREATED);

    private final GivenObject search;

    FrameHits(GivenObject search) {
        this.search = search;
    }

    void check(SearchOrder order, List<Facet> facets) {
        search.find("similar")
                .ifPresent(similar -> similar.fault("The like of something is not looked for among frames that pass a"
                        + " filter: leave 'similar' or 'frames' out."));
        if (order instanceof SearchOrder.ByField(var field, var _) && !isOfFrames(field) && !field.equals(CREATED)) {
            search.find("sort")
                    .ifPresent(
                            sort -> sort.fault("Frames are sorted by keys of the metadata or by 'createdAt', not by '"
                                    + field.name() + "'."));
        }
        if (!facets.stream().allMatch(facet -> isOfFrames(facet.field()))) {
            search.find("facets").ifPresent(given -> given.fault("Frames are counted by keys of the metadata only."));
        }
    }

    private static boolean isOfFrames(SearchField field) {
        return field instanceof SearchField.Metadata;
    }
}
