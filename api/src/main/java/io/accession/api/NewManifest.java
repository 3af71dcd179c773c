package io.accession.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A manifest that is to be made out of what lies in a storage.
 *
 * @param urls prefixes to list, such as {@code s3://bucket/images/}; with an inventory, those that its objects are taken from, or none for all
 * @param inventory URL of the {@code manifest.json} of an S3 Inventory, which is read instead of listing
 * @param groupBy a regular expression that is searched in keys; what its group {@code group}, or else its first one, matches belongs together
 * @param metadataFrom a regular expression whose named groups become client metadata
 * @param numbers those of its groups that become numbers
 * @param flat leave out what lies in sub-directories of the prefixes
 * @param look read the first bytes of objects whose names do not tell what they are
 * @param csv CSV instead of JSON
 */
public record NewManifest(
        UUID integrationId,
        List<String> urls,
        @Nullable String inventory,
        Kind kind,
        @Nullable String groupBy,
        @Nullable Title titleFrom,
        @Nullable String metadataFrom,
        List<String> numbers,
        boolean flat,
        boolean look,
        boolean csv) {

    public NewManifest {
        urls = List.copyOf(urls);
        numbers = List.copyOf(numbers);
    }

    /** What it is to hold: everything, each under its own type, or one type alone. */
    public enum Kind {
        @JsonProperty("auto")
        AUTO,
        @JsonProperty("images")
        IMAGES,
        @JsonProperty("videos")
        VIDEOS,
        @JsonProperty("audio")
        AUDIO,
        @JsonProperty("pdfs")
        PDFS,
        @JsonProperty("text")
        TEXT,
        @JsonProperty("nifti")
        NIFTI,
        @JsonProperty("image_groups")
        IMAGE_GROUPS,
        @JsonProperty("image_sequences")
        IMAGE_SEQUENCES,
        @JsonProperty("dicom_series")
        DICOM_SERIES
    }

    /** What single objects are titled with: their key, or its last part. */
    public enum Title {
        @JsonProperty("key")
        KEY,
        @JsonProperty("name")
        NAME
    }
}
