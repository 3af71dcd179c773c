package io.accession.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.accession.core.domain.MediaFacts;
import io.accession.core.domain.MediaFacts.VideoTrack;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
        out.writeArrayFieldStart("warnings");
        for (var warning : track.warnings()) {
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
