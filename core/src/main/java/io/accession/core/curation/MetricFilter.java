package io.accession.core.curation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets items pass by what is known of their files and pixels: those whose metric lies between the bounds, or {@code !include}: those whose metric does not. Items
 * without the metric never pass.
 *
 * @param low inclusive
 * @param high inclusive
 */
public record MetricFilter(Metric metric, boolean include, double low, double high) {

    public enum Metric {
        /** In pixels. */
        WIDTH("metric_width"),
        /** In pixels. */
        HEIGHT("metric_height"),
        /** In pixels: width times height. */
        AREA("metric_area"),
        /** Width by height. */
        ASPECT_RATIO("metric_aspect_ratio"),
        /** In bytes. */
        FILE_SIZE("metric_file_size"),
        /** As {@link io.accession.core.quality.PictureQuality} has it, of items that were measured. */
        BRIGHTNESS("metric_brightness"),
        /** As {@link io.accession.core.quality.PictureQuality} has it, of items that were measured. */
        CONTRAST("metric_contrast"),
        /** As {@link io.accession.core.quality.PictureQuality} has it, of items that were measured. */
        SHARPNESS("metric_sharpness");

        /** For sentences about what is possible. */
        static String all() {
            return Arrays.stream(values()).map(Metric::wireName).collect(Collectors.joining(", "));
        }

        private final String wireName;

        Metric(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        public static Optional<Metric> find(String wireName) {
            return Arrays.stream(values())
                    .filter(metric -> metric.wireName.equals(wireName))
                    .findFirst();
        }
    }
}
