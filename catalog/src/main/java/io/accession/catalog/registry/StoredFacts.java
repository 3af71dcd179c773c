package io.accession.catalog.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.accession.core.domain.FrameRate;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Media facts as an item's row keeps them: what all kinds share in columns of its own, the rest in {@code media_facts}. */
final class StoredFacts {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(1_100).build())
            .build();

    private double framesPerSecond;
    private @Nullable FrameRate frameRate;
    private @Nullable Long frameCount;
    private boolean variableFrameRate;
    private String codec = "";
    private @Nullable String pixelFormat;
    private int rotation;
    private boolean hasAudio;
    private final List<String> warnings = new ArrayList<>();
    private int orientation = 1;
    private int sampleRate;
    private int bitDepth;
    private int channels;
    private int pages;
    private @Nullable String charset;
    private String tags = "{}";
    private int files;
    private long frames;
    private String studyUid = "";
    private String seriesUid = "";
    private @Nullable String modality;
    private @Nullable Double windowCenter;
    private @Nullable Double windowWidth;
    private int version;
    private final List<Long> dimensions = new ArrayList<>();
    private final List<Double> voxelSizes = new ArrayList<>();
    private @Nullable String spaceUnit;
    private @Nullable String timeUnit;
    private String dataType = "";

    private StoredFacts() {}

    /** Null for composites, which have none. */
    static @Nullable MediaFacts read(ResultSet row, ItemKind kind) throws SQLException {
        var mimeType = row.getString("mime_type");
        if (mimeType == null) {
            return null;
        }
        var facts = new StoredFacts();
        var details = row.getString("media_facts");
        if (details != null) {
            facts.read(details);
        }
        return facts.of(kind, mimeType, row.getLong("bytes"), row);
    }

    private MediaFacts of(ItemKind kind, String mimeType, long bytes, ResultSet row) throws SQLException {
        return switch (kind) {
            case IMAGE, IMAGE_GROUP ->
                new MediaFacts.Image(mimeType, bytes, row.getInt("width"), row.getInt("height"), orientation);
            case VIDEO, IMAGE_SEQUENCE ->
                new MediaFacts.Video(
                        mimeType,
                        bytes,
                        row.getInt("width"),
                        row.getInt("height"),
                        framesPerSecond,
                        row.getDouble("duration_sec"),
                        track());
            case AUDIO ->
                new MediaFacts.Audio(
                        mimeType, bytes, row.getDouble("duration_sec"), sampleRate, bitDepth, codec, channels);
            case PDF -> new MediaFacts.Pdf(mimeType, bytes, pages);
            case DICOM_FILE -> new MediaFacts.Dicom(mimeType, bytes, tags);
            case DICOM_SERIES ->
                new MediaFacts.DicomSeries(
                        mimeType,
                        bytes,
                        files,
                        frames,
                        studyUid,
                        seriesUid,
                        modality,
                        row.getInt("height"),
                        row.getInt("width"),
                        windowCenter,
                        windowWidth,
                        warnings);
            case PLAIN_TEXT -> new MediaFacts.Text(mimeType, bytes, charset);
            case GROUP -> throw new IllegalStateException("a data group has no media facts");
            case NIFTI ->
                new MediaFacts.Nifti(mimeType, bytes, version, dimensions, voxelSizes, spaceUnit, timeUnit, dataType);
        };
    }

    private MediaFacts.@Nullable VideoTrack track() {
        return frameRate == null
                ? null
                : new MediaFacts.VideoTrack(
                        frameRate, frameCount, variableFrameRate, codec, pixelFormat, rotation, hasAudio, warnings);
    }

    private void read(String details) {
        try (var json = JSON.createParser(details)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                read(name, json, details);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String name, JsonParser json, String details) throws IOException {
        switch (name) {
            case "orientation" -> orientation = json.getIntValue();
            case "framesPerSecond" -> framesPerSecond = json.getDoubleValue();
            case "frameRate" -> frameRate = frameRate(json.getText());
            case "frameCount" -> frameCount = json.getLongValue();
            case "variableFrameRate" -> variableFrameRate = json.getBooleanValue();
            case "codec" -> codec = json.getText();
            case "pixelFormat" -> pixelFormat = json.getText();
            case "rotation" -> rotation = json.getIntValue();
            case "hasAudio" -> hasAudio = json.getBooleanValue();
            case "sampleRate" -> sampleRate = json.getIntValue();
            case "bitDepth" -> bitDepth = json.getIntValue();
            case "channels" -> channels = json.getIntValue();
            case "pages" -> pages = json.getIntValue();
            case "charset" -> charset = json.getText();
            case "warnings" -> readWarnings(json);
            case "tags" -> tags = raw(json, details);
            case "files" -> files = json.getIntValue();
            case "frames" -> frames = json.getLongValue();
            case "studyUid" -> studyUid = json.getText();
            case "seriesUid" -> seriesUid = json.getText();
            case "modality" -> modality = json.getText();
            case "windowCenter" -> windowCenter = json.getDoubleValue();
            case "windowWidth" -> windowWidth = json.getDoubleValue();
            case "version" -> version = json.getIntValue();
            case "dimensions" -> readDimensions(json);
            case "voxelSizes" -> readVoxelSizes(json);
            case "spaceUnit" -> spaceUnit = json.getText();
            case "timeUnit" -> timeUnit = json.getText();
            case "dataType" -> dataType = json.getText();
            default -> json.skipChildren();
        }
    }

    private void readWarnings(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            warnings.add(json.getText());
        }
    }

    private void readDimensions(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            dimensions.add(json.getLongValue());
        }
    }

    private void readVoxelSizes(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            voxelSizes.add(json.getDoubleValue());
        }
    }

    private static String raw(JsonParser json, String text) throws IOException {
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return text.substring(start, (int) json.currentLocation().getCharOffset());
    }

    private static FrameRate frameRate(String fraction) {
        int slash = fraction.indexOf('/');
        return new FrameRate(
                Long.parseLong(fraction.substring(0, slash)), Long.parseLong(fraction.substring(slash + 1)));
    }
}
