package io.accession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The media facts of an object: pixels as displayed, seconds, hertz, bytes. What nobody found out is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaDescription.Image.class, name = "image"),
    @JsonSubTypes.Type(value = MediaDescription.Video.class, name = "video"),
    @JsonSubTypes.Type(value = MediaDescription.Audio.class, name = "audio"),
    @JsonSubTypes.Type(value = MediaDescription.Pdf.class, name = "pdf"),
    @JsonSubTypes.Type(value = MediaDescription.Text.class, name = "text"),
    @JsonSubTypes.Type(value = MediaDescription.Dicom.class, name = "dicom")
})
public sealed interface MediaDescription {

    String mimeType();

    long bytes();

    record Image(String mimeType, long bytes, int width, int height, int orientation) implements MediaDescription {}

    /** {@code frameRate} is exact, such as {@code 30000/1001}; {@code rotation} is in degrees clockwise. */
    record Video(
            String mimeType,
            long bytes,
            int width,
            int height,
            double framesPerSecond,
            double durationSeconds,
            @Nullable String frameRate,
            @Nullable Long frameCount,
            @Nullable Boolean variableFrameRate,
            @Nullable String codec,
            @Nullable String pixelFormat,
            @Nullable Integer rotation,
            @Nullable Boolean hasAudio)
            implements MediaDescription {}

    record Audio(
            String mimeType,
            long bytes,
            double durationSeconds,
            int sampleRate,
            int bitDepth,
            String codec,
            int channels)
            implements MediaDescription {}

    record Pdf(String mimeType, long bytes, int pages) implements MediaDescription {}

    /** {@code charset} is an IANA name, such as {@code UTF-8}. */
    record Text(String mimeType, long bytes, @Nullable String charset) implements MediaDescription {}

    /** {@code tags} is DICOM JSON as it was given. */
    record Dicom(String mimeType, long bytes, JsonNode tags) implements MediaDescription {}
}
