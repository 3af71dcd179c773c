package io.accession.core.manifest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of media metadata blocks, in every spelling that occurs (registration-facts section 4.2). The first one is shown. */
enum MediaField {
    MIME_TYPE(Form.TEXT, "mimeType", "mime_type"),
    FILE_SIZE(Form.BYTES, "fileSize", "file_size"),
    WIDTH(Form.POSITIVE, "width"),
    HEIGHT(Form.POSITIVE, "height"),
    FPS(Form.DECIMAL, "fps"),
    DURATION(Form.DECIMAL, "duration", "duration_seconds", "durationSeconds"),
    NUM_PAGES(Form.POSITIVE, "numPages", "num_pages"),
    SAMPLE_RATE(Form.POSITIVE, "sampleRate", "sample_rate"),
    BIT_DEPTH(Form.NOT_NEGATIVE, "bitDepth", "bit_depth"),
    CODEC(Form.TEXT, "codec"),
    NUM_CHANNELS(Form.POSITIVE, "numChannels", "num_channels");

    /** What a field's value may be. */
    enum Form {
        TEXT("must be a string that is not empty"),
        BYTES("must be a positive integer"),
        POSITIVE("must be a positive integer up to 2147483647"),
        NOT_NEGATIVE("must be an integer from 0 to 2147483647"),
        DECIMAL("must be a positive number");

        private final String demand;

        Form(String demand) {
            this.demand = demand;
        }

        String demand() {
            return demand;
        }
    }

    private static final Map<String, MediaField> BY_SPELLING = bySpelling();

    private final Form form;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<String> spellings;

    MediaField(Form form, String... spellings) {
        this.form = form;
        this.spellings = List.of(spellings);
    }

    private static Map<String, MediaField> bySpelling() {
        var fields = new HashMap<String, MediaField>();
        for (var field : values()) {
            field.spellings.forEach(spelling -> fields.put(spelling, field));
        }
        return fields;
    }

    Form form() {
        return form;
    }

    String shown() {
        return spellings.getFirst();
    }

    static @Nullable MediaField find(String spelling) {
        return BY_SPELLING.get(spelling);
    }

    static Collection<String> allSpellings() {
        return BY_SPELLING.keySet();
    }
}
