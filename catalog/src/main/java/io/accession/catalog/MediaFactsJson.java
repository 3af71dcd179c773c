package io.accession.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.accession.core.domain.MediaFacts;
import io.accession.core.domain.MediaFacts.VideoTrack;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of media facts goes into {@code item.media_facts}: all that has no column of its own. The keys are those that the REST
 * interface shows.
 */
final class MediaFactsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private MediaFactsJson() {}

    /** Null when the columns say everything. */
    static @Nullable String details(MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image when image.orientation() == 1 -> null;
            case MediaFacts.Image image -> json(out -> out.writeNumberField("orientation", image.orientation()));
            case MediaFacts.Video video -> json(out -> writeVideo(out, video));
            case MediaFacts.Audio audio -> json(out -> writeAudio(out, audio));
            case MediaFacts.Pdf pdf -> json(out -> out.writeNumberField("pages", pdf.pages()));
            case MediaFacts.Text text when text.charset() == null -> null;
            case MediaFacts.Text text -> json(out -> out.writeStringField("charset", text.charset()));
            case MediaFacts.Dicom dicom ->
                json(out -> {
                    out.writeFieldName("tags");
                    out.writeRawValue(dicom.tagsJson());
                });
            case MediaFacts.DicomSeries series -> json(out -> writeSeries(out, series));
            case MediaFacts.Nifti nifti -> json(out -> writeNifti(out, nifti));
        };
    }

    private static void writeVideo(JsonGenerator out, MediaFacts.Video video) throws IOException {
        out.writeNumberField("framesPerSecond", video.framesPerSecond());
        var track = video.track();
        if (track != null) {
            writeTrack(out, track);
        }
    }

    private static void writeTrack(JsonGenerator out, VideoTrack track) throws IOException {
        out.writeStringField("frameRate", track.frameRate().toString());
        if (track.frameCount() != null) {
            out.writeNumberField("frameCount", track.frameCount());
        }
        out.writeBooleanField("variableFrameRate", track.variableFrameRate());
        out.writeStringField("codec", track.codec());
        if (track.pixelFormat() != null) {
            out.writeStringField("pixelFormat", track.pixelFormat());
        }
        out.writeNumberField("rotation", track.rotation());
        out.writeBooleanField("hasAudio", track.hasAudio());
        writeWarnings(out, track.warnings());
    }

    private static void writeWarnings(JsonGenerator out, List<String> warnings) throws IOException {
        out.writeArrayFieldStart("warnings");
        for (var warning : warnings) {
            out.writeString(warning);
        }
        out.writeEndArray();
    }

    private static void writeAudio(JsonGenerator out, MediaFacts.Audio audio) throws IOException {
        out.writeNumberField("sampleRate", audio.sampleRate());
        out.writeNumberField("bitDepth", audio.bitDepth());
        out.writeStringField("codec", audio.codec());
        out.writeNumberField("channels", audio.channels());
    }

    private static void writeSeries(JsonGenerator out, MediaFacts.DicomSeries series) throws IOException {
        out.writeNumberField("files", series.files());
        out.writeNumberField("frames", series.frames());
        out.writeStringField("studyUid", series.studyUid());
        out.writeStringField("seriesUid", series.seriesUid());
        if (series.modality() != null) {
            out.writeStringField("modality", series.modality());
        }
        if (series.windowCenter() != null && series.windowWidth() != null) {
            out.writeNumberField("windowCenter", series.windowCenter());
            out.writeNumberField("windowWidth", series.windowWidth());
        }
        writeWarnings(out, series.warnings());
    }

    private static void writeNifti(JsonGenerator out, MediaFacts.Nifti nifti) throws IOException {
        out.writeNumberField("version", nifti.version());
        out.writeArrayFieldStart("dimensions");
        for (long dimension : nifti.dimensions()) {
            out.writeNumber(dimension);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("voxelSizes");
        for (double size : nifti.voxelSizes()) {
            out.writeNumber(size);
        }
        out.writeEndArray();
        if (nifti.spaceUnit() != null) {
            out.writeStringField("spaceUnit", nifti.spaceUnit());
        }
        if (nifti.timeUnit() != null) {
            out.writeStringField("timeUnit", nifti.timeUnit());
        }
        out.writeStringField("dataType", nifti.dataType());
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    private static String json(Fields fields) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
