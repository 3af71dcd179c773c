package io.accession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
    @JsonSubTypes.Type(value = MediaDescription.Dicom.class, name = "dicom"),
    @JsonSubTypes.Type(value = MediaDescription.DicomSeries.class, name = "dicomSeries"),
    @JsonSubTypes.Type(value = MediaDescription.Nifti.class, name = "nifti")
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

    /** {@code tags} is DICOM JSON, as it was given or read from the file. */
    record Dicom(String mimeType, long bytes, JsonNode tags) implements MediaDescription {}

    /** {@code bytes} and {@code frames} are those of all files; the window spans the windows of all files. */
    record DicomSeries(
            String mimeType,
            long bytes,
            int files,
            long frames,
            String studyUid,
            String seriesUid,
            @Nullable String modality,
            int rows,
            int columns,
            @Nullable Double windowCenter,
            @Nullable Double windowWidth)
            implements MediaDescription {}

    /** {@code dimensions} are voxels along x, y, z, time and so on; {@code voxelSizes} are the steps along the same axes. */
    record Nifti(
            String mimeType,
            long bytes,
            int version,
            List<Long> dimensions,
            List<Double> voxelSizes,
            @Nullable String spaceUnit,
            @Nullable String timeUnit,
            String dataType)
            implements MediaDescription {}
}
