package io.accession.core.search;

import io.accession.core.curation.MetricFilter;
import io.accession.core.curation.SdkPreset;
import io.accession.core.domain.FolderId;
import io.accession.core.schema.TypedValue;
import java.util.ArrayList;
import java.util.List;

/** What presets of the Encord SDK ask for, in our own words. */
final class PresetFilters {

    private final Places places;

    PresetFilters(Places places) {
        this.places = places;
    }

    /** Local filters hold for the items of their folder; of a folder that the asker does not know nothing is found anyway. */
    Filter filter(SdkPreset preset) {
        var filters = new ArrayList<>(metrics(preset.everywhere()));
        preset.local()
                .forEach((folder, metrics) -> places.folders(new FolderId(folder), true)
                        .ifPresent(folders -> filters.add(new Filter.Or(List.of(
                                new Filter.Not(new Filter.InFolders(folders)), new Filter.And(metrics(metrics)))))));
        return new Filter.And(filters);
    }

    private static List<Filter> metrics(List<MetricFilter> filters) {
        return filters.stream().map(PresetFilters::metric).toList();
    }

    private static Filter metric(MetricFilter filter) {
        var field = new SearchField.Property(
                switch (filter.metric()) {
                    case WIDTH -> ItemProperty.WIDTH;
                    case HEIGHT -> ItemProperty.HEIGHT;
                    case AREA -> ItemProperty.AREA;
                    case ASPECT_RATIO -> ItemProperty.ASPECT_RATIO;
                    case FILE_SIZE -> ItemProperty.BYTES;
                    case BRIGHTNESS -> ItemProperty.BRIGHTNESS;
                    case CONTRAST -> ItemProperty.CONTRAST;
                    case SHARPNESS -> ItemProperty.SHARPNESS;
                });
        var inside = new Filter.Range(field, bound(filter.low()), bound(filter.high()));
        return filter.include() ? inside : new Filter.And(List.of(new Filter.Exists(field), new Filter.Not(inside)));
    }

    private static Filter.Bound bound(double value) {
        return new Filter.Bound(new TypedValue.Quantity(value), true);
    }
}
