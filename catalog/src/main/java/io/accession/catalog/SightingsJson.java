package io.accession.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.accession.core.domain.FrameRate;
import io.accession.core.domain.MediaFacts;
import io.accession.core.domain.MediaFacts.VideoTrack;
import io.accession.core.plan.Rendition;
import io.accession.core.plan.SoundEntry.Sighting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What probing found, as it lies in {@code upload_unit.facts} until an atomic job is decided: per object an array of a type, the
 * ETag, last change, MIME type, bytes, and the type's own values in the order of its record. The video of a rendered sequence comes last, its URL in
 * front of its type.
 */
final class SightingsJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String RENDITION = "rendition";

    private SightingsJson() {}

    /** What is known of the objects of one entry, and of the video that was made of them. */
    record Found(List<Sighting> sightings, @Nullable Rendition rendition) {}

    static String write(List<Sighting> sightings, @Nullable Rendition rendition) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (var sighting : sightings) {
                out.writeStartArray();
                write(out, sighting);
                out.writeEndArray();
            }
            if (rendition != null) {
                out.writeStartArray();
                out.writeString(RENDITION);
                out.writeString(rendition.objectUrl());
                write(out, new Sighting(rendition.facts(), rendition.etag()));
                out.writeEndArray();
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Sighting sighting) throws IOException {
        var facts = sighting.facts();
        out.writeString(type(facts));
        out.writeString(sighting.etag());
        out.writeString(text(sighting.lastModified()));
        out.writeString(facts.mimeType());
        out.writeNumber(facts.bytes());
        switch (facts) {
            case MediaFacts.Image image -> {
                out.writeNumber(image.width());
                out.writeNumber(image.height());
                out.writeNumber(image.orientation());
            }
            case MediaFacts.Video video -> {
                out.writeNumber(video.width());
                out.writeNumber(video.height());
                out.writeNumber(video.framesPerSecond());
                out.writeNumber(video.durationSeconds());
                write(out, video.track());
            }
            case MediaFacts.Audio audio -> {
                out.writeNumber(audio.durationSeconds());
                out.writeNumber(audio.sampleRate());
                out.writeNumber(audio.bitDepth());
                out.writeString(audio.codec());
                out.writeNumber(audio.channels());
            }
            case MediaFacts.Pdf pdf -> out.writeNumber(pdf.pages());
            case MediaFacts.Text text -> out.writeString(text.charset());
            case MediaFacts.Dicom dicom -> out.writeString(dicom.tagsJson());
            case MediaFacts.DicomSeries series -> throw new IllegalArgumentException("a series is no object");
            case MediaFacts.Nifti nifti -> write(out, nifti);
        }
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String type(MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image -> "image";
            case MediaFacts.Video video -> "video";
            case MediaFacts.Audio audio -> "audio";
            case MediaFacts.Pdf pdf -> "pdf";
            case MediaFacts.Text text -> "text";
            case MediaFacts.Dicom dicom -> "dicom";
            case MediaFacts.DicomSeries series -> "series";
            case MediaFacts.Nifti nifti -> "nifti";
        };
    }

    private static void write(JsonGenerator out, @Nullable VideoTrack track) throws IOException {
        if (track == null) {
            out.writeNull();
            return;
        }
        out.writeStartArray();
        out.writeNumber(track.frameRate().frames());
        out.writeNumber(track.frameRate().seconds());
        out.writeNumber(track.frameCount() == null ? -1 : track.frameCount());
        out.writeBoolean(track.variableFrameRate());
        out.writeString(track.codec());
        out.writeString(track.pixelFormat());
        out.writeNumber(track.rotation());
        out.writeBoolean(track.hasAudio());
        for (var warning : track.warnings()) {
            out.writeString(warning);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, MediaFacts.Nifti nifti) throws IOException {
        out.writeNumber(nifti.version());
        out.writeArray(
                nifti.dimensions().stream().mapToLong(Long::longValue).toArray(),
                0,
                nifti.dimensions().size());
        out.writeArray(
                nifti.voxelSizes().stream().mapToDouble(Double::doubleValue).toArray(),
                0,
                nifti.voxelSizes().size());
        out.writeString(nifti.spaceUnit());
        out.writeString(nifti.timeUnit());
        out.writeString(nifti.dataType());
    }

    static Found read(String json) {
        var sightings = new ArrayList<Sighting>();
        Rendition rendition = null;
        try (var in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                var type = in.nextTextValue();
                if (type.equals(RENDITION)) {
                    rendition = readRendition(in);
                } else {
                    sightings.add(readOne(type, in));
                }
                in.nextToken();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Found(sightings, rendition);
    }

    private static Rendition readRendition(JsonParser in) throws IOException {
        var url = in.nextTextValue();
        var video = readOne(in.nextTextValue(), in);
        return new Rendition(url, (MediaFacts.Video) video.facts(), video.etag());
    }

    private static Sighting readOne(String type, JsonParser in) throws IOException {
        var etag = in.nextTextValue();
        var lastModified = moment(in.nextTextValue());
        return new Sighting(facts(type, in), etag, lastModified);
    }

    private static MediaFacts facts(String type, JsonParser in) throws IOException {
        var mimeType = in.nextTextValue();
        long bytes = in.nextLongValue(0);
        return switch (type) {
            case "image" -> new MediaFacts.Image(mimeType, bytes, integer(in), integer(in), integer(in));
            case "video" ->
                new MediaFacts.Video(
                        mimeType, bytes, integer(in), integer(in), decimal(in), decimal(in), readTrack(in));
            case "audio" ->
                new MediaFacts.Audio(
                        mimeType, bytes, decimal(in), integer(in), integer(in), in.nextTextValue(), integer(in));
            case "pdf" -> new MediaFacts.Pdf(mimeType, bytes, integer(in));
            case "text" -> new MediaFacts.Text(mimeType, bytes, in.nextTextValue());
            case "dicom" -> new MediaFacts.Dicom(mimeType, bytes, in.nextTextValue());
            case "nifti" ->
                new MediaFacts.Nifti(
                        mimeType,
                        bytes,
                        integer(in),
                        readDimensions(in),
                        readSizes(in),
                        in.nextTextValue(),
                        in.nextTextValue(),
                        in.nextTextValue());
            default -> throw new IllegalStateException("unknown media facts '" + type + "'");
        };
    }

    private static List<Long> readDimensions(JsonParser in) throws IOException {
        var dimensions = new ArrayList<Long>();
        in.nextToken();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            dimensions.add(in.getLongValue());
        }
        return dimensions;
    }

    private static List<Double> readSizes(JsonParser in) throws IOException {
        var sizes = new ArrayList<Double>();
        in.nextToken();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            sizes.add(in.getDoubleValue());
        }
        return sizes;
    }

    private static @Nullable VideoTrack readTrack(JsonParser in) throws IOException {
        if (in.nextToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        var frameRate = new FrameRate(in.nextLongValue(0), in.nextLongValue(0));
        long frameCount = in.nextLongValue(-1);
        boolean variable = in.nextToken() == JsonToken.VALUE_TRUE;
        var codec = in.nextTextValue();
        var pixelFormat = in.nextTextValue();
        int rotation = integer(in);
        boolean hasAudio = in.nextToken() == JsonToken.VALUE_TRUE;
        var warnings = new ArrayList<String>();
        while (in.nextToken() == JsonToken.VALUE_STRING) {
            warnings.add(in.getText());
        }
        return new VideoTrack(
                frameRate,
                frameCount < 0 ? null : frameCount,
                variable,
                codec,
                pixelFormat,
                rotation,
                hasAudio,
                warnings);
    }

    private static int integer(JsonParser in) throws IOException {
        return in.nextIntValue(0);
    }

    private static double decimal(JsonParser in) throws IOException {
        in.nextToken();
        return in.getDoubleValue();
    }
}
