package io.accession.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.accession.api.Json;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.registry.Item;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Items as entries of a registration manifest. What is known of an image, a video, an audio, a PDF or a text goes with it, so that registering it
 * elsewhere reads no object; DICOM and NIfTI are looked at again.
 */
final class ItemEntry {

    private ItemEntry() {}

    /** The manifest's key for items of a kind; null for files that only their series registers, and for data groups, which no manifest makes. */
    static @Nullable String typeKey(ItemKind kind) {
        return switch (kind) {
            case VIDEO -> "videos";
            case AUDIO -> "audio";
            case PDF -> "pdfs";
            case PLAIN_TEXT -> "text";
            case IMAGE -> "images";
            case IMAGE_GROUP, IMAGE_SEQUENCE -> "image_groups";
            case DICOM_SERIES -> "dicom_series";
            case NIFTI -> "nifti";
            case DICOM_FILE, GROUP -> null;
        };
    }

    static String json(Item item) throws IOException {
        var text = new StringWriter();
        try (var json = Json.strict().createGenerator(text)) {
            json.writeStartObject();
            write(item, json);
            if (!item.clientMetadata().equals("{}")) {
                json.writeFieldName("clientMetadata");
                json.writeRawValue(item.clientMetadata());
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(Item item, JsonGenerator json) throws IOException {
        var listed = item.item();
        switch (listed.kind()) {
            case IMAGE_GROUP, IMAGE_SEQUENCE -> {
                json.writeStringField("title", listed.name());
                json.writeBooleanField("createVideo", listed.kind() == ItemKind.IMAGE_SEQUENCE);
                writeImages(item, json);
            }
            case DICOM_SERIES -> {
                json.writeStringField("title", listed.name());
                for (var member : item.members()) {
                    json.writeStringField(
                            "objectUrl_" + member.position(), member.item().objectUrl());
                }
            }
            case VIDEO, AUDIO, PDF, PLAIN_TEXT, IMAGE, NIFTI, DICOM_FILE, GROUP -> {
                json.writeStringField("objectUrl", listed.objectUrl());
                json.writeStringField("title", listed.name());
                writeMedia(item.facts(), json);
            }
        }
    }

    private static void writeImages(Item item, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("images");
        for (var member : item.members()) {
            json.writeStartObject();
            json.writeStringField("url", member.item().objectUrl());
            json.writeStringField("title", member.item().name());
            writeMedia(member.facts(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMedia(@Nullable MediaFacts facts, JsonGenerator json) throws IOException {
        switch (facts) {
            case MediaFacts.Image image -> {
                begin("imageMetadata", image, json);
                writeSize(image.width(), image.height(), json);
            }
            case MediaFacts.Video video -> {
                begin("videoMetadata", video, json);
                writeSize(video.width(), video.height(), json);
                json.writeNumberField("fps", video.framesPerSecond());
                json.writeNumberField("duration", video.durationSeconds());
            }
            case MediaFacts.Audio audio -> {
                begin("audioMetadata", audio, json);
                json.writeNumberField("duration", audio.durationSeconds());
                json.writeNumberField("sampleRate", audio.sampleRate());
                json.writeNumberField("bitDepth", audio.bitDepth());
                json.writeStringField("codec", audio.codec());
                json.writeNumberField("numChannels", audio.channels());
            }
            case MediaFacts.Pdf pdf -> {
                begin("pdfMetadata", pdf, json);
                json.writeNumberField("numPages", pdf.pages());
            }
            case MediaFacts.Text text -> begin("textMetadata", text, json);
            case MediaFacts.Dicom _, MediaFacts.DicomSeries _, MediaFacts.Nifti _ -> {
                return;
            }
            case null -> {
                return;
            }
        }
        json.writeEndObject();
    }

    private static void begin(String block, MediaFacts facts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(block);
        json.writeStringField("mimeType", facts.mimeType());
        json.writeNumberField("fileSize", facts.bytes());
    }

    private static void writeSize(int width, int height, JsonGenerator json) throws IOException {
        json.writeNumberField("width", width);
        json.writeNumberField("height", height);
    }
}
