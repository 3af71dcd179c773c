package io.accession.core.manifest;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One block of media metadata while it is read. */
final class MediaBlock {

    private static final FailureCode INVALID = FailureCode.MEDIA_METADATA_INVALID;

    private static final List<MediaField> IMAGE =
            List.of(MediaField.MIME_TYPE, MediaField.FILE_SIZE, MediaField.WIDTH, MediaField.HEIGHT);
    private static final List<MediaField> VIDEO = List.of(
            MediaField.MIME_TYPE,
            MediaField.FILE_SIZE,
            MediaField.WIDTH,
            MediaField.HEIGHT,
            MediaField.FPS,
            MediaField.DURATION);
    private static final List<MediaField> AUDIO = List.of(
            MediaField.MIME_TYPE,
            MediaField.FILE_SIZE,
            MediaField.DURATION,
            MediaField.SAMPLE_RATE,
            MediaField.BIT_DEPTH,
            MediaField.CODEC,
            MediaField.NUM_CHANNELS);
    private static final List<MediaField> PDF = List.of(MediaField.FILE_SIZE, MediaField.NUM_PAGES);
    private static final List<MediaField> TEXT = List.of(MediaField.MIME_TYPE, MediaField.FILE_SIZE);

    /** What a block gave: facts when complete, else what is missing; neither when a value is wrong. */
    record Supplied(@Nullable MediaFacts facts, @Nullable String missing) {
        static final Supplied WRONG = new Supplied(null, null);

        static Supplied missing(String path) {
            return new Supplied(null, path);
        }
    }

    private final EntryValues values;
    private final String block;
    private final String path;
    private final List<MediaField> fields;
    private final Map<MediaField, String> texts = new EnumMap<>(MediaField.class);
    private final Map<MediaField, Number> numbers = new EnumMap<>(MediaField.class);
    private final Set<MediaField> seen = EnumSet.noneOf(MediaField.class);
    private boolean wrong;

    private MediaBlock(EntryValues values, String block, String path, List<MediaField> fields) {
        this.values = values;
        this.block = block;
        this.path = path;
        this.fields = fields;
    }

    /**
     * Reads the value of a block's key, which is not null.
     *
     * @param kind of the one object that the block describes
     * @param block the key, for warnings
     * @param path the key with what leads to it, for messages
     */
    static Supplied read(EntryValues values, ItemKind kind, String block, String path) throws IOException {
        if (!values.begins('{', INVALID, path, "must be an object")) {
            return Supplied.WRONG;
        }
        if (kind == ItemKind.DICOM_FILE) {
            return DicomBlock.read(values, block, path);
        }
        var reading = new MediaBlock(values, block, path, fields(kind));
        reading.readFields();
        return reading.supplied(kind);
    }

    private static List<MediaField> fields(ItemKind kind) {
        return switch (kind) {
            case VIDEO -> VIDEO;
            case AUDIO -> AUDIO;
            case PDF -> PDF;
            case PLAIN_TEXT -> TEXT;
            case IMAGE -> IMAGE;
            case IMAGE_GROUP, IMAGE_SEQUENCE, DICOM_SERIES, DICOM_FILE, NIFTI, GROUP -> List.of();
        };
    }

    private void readFields() throws IOException {
        var scanner = values.scanner();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            String key = values.key();
            var field = MediaField.find(key);
            if (field == null || !fields.contains(field)) {
                values.skipUnknown(block + "." + key);
            } else if (seen.add(field)) {
                readField(field);
            } else {
                scanner.skipValue();
                wrong = true;
                values.fault(INVALID, path(field) + " is given twice. Keep one.");
            }
        }
    }

    private void readField(MediaField field) throws IOException {
        if (values.skipNull()) {
            return;
        }
        if (!beginsAs(field.form())) {
            wrong = true;
            values.faultOfValue(INVALID, path(field), field.form().demand());
            return;
        }
        int from = values.position();
        switch (field.form()) {
            case TEXT -> readText(field, from);
            case DECIMAL -> readDecimal(field, from);
            case BYTES -> readWhole(field, from, 1, Long.MAX_VALUE);
            case POSITIVE -> readWhole(field, from, 1, Integer.MAX_VALUE);
            case NOT_NEGATIVE -> readWhole(field, from, 0, Integer.MAX_VALUE);
        }
    }

    private boolean beginsAs(MediaField.Form form) throws IOException {
        int start = values.scanner().peek();
        return form == MediaField.Form.TEXT ? start == '"' : start == '-' || (start >= '0' && start <= '9');
    }

    private void readText(MediaField field, int from) throws IOException {
        var text = values.storableText(INVALID, path(field));
        if (text == null) {
            wrong = true;
        } else if (text.isBlank()) {
            faultOfRead(field, from);
        } else {
            texts.put(field, text);
        }
    }

    private void readWhole(MediaField field, int from, long least, long most) throws IOException {
        long whole = values.whole();
        if (whole < least || whole > most) {
            faultOfRead(field, from);
        } else {
            numbers.put(field, whole);
        }
    }

    private void readDecimal(MediaField field, int from) throws IOException {
        double decimal = values.decimal();
        if (decimal > 0 && decimal <= Double.MAX_VALUE) {
            numbers.put(field, decimal);
        } else {
            faultOfRead(field, from);
        }
    }

    private void faultOfRead(MediaField field, int from) {
        wrong = true;
        int to = values.scanner().window().position;
        values.faultOfValueIn(from, to, INVALID, path(field), field.form().demand());
    }

    private String path(MediaField field) {
        return path + "." + field.shown();
    }

    private Supplied supplied(ItemKind kind) {
        if (wrong) {
            return Supplied.WRONG;
        }
        for (var field : fields) {
            if (!texts.containsKey(field) && !numbers.containsKey(field)) {
                return Supplied.missing(path(field));
            }
        }
        return new Supplied(facts(kind), null);
    }

    /** Of a complete block. */
    private MediaFacts facts(ItemKind kind) {
        long bytes = number(MediaField.FILE_SIZE).longValue();
        return switch (kind) {
            case VIDEO ->
                new MediaFacts.Video(
                        text(MediaField.MIME_TYPE),
                        bytes,
                        whole(MediaField.WIDTH),
                        whole(MediaField.HEIGHT),
                        number(MediaField.FPS).doubleValue(),
                        number(MediaField.DURATION).doubleValue(),
                        null);
            case AUDIO ->
                new MediaFacts.Audio(
                        text(MediaField.MIME_TYPE),
                        bytes,
                        number(MediaField.DURATION).doubleValue(),
                        whole(MediaField.SAMPLE_RATE),
                        whole(MediaField.BIT_DEPTH),
                        text(MediaField.CODEC),
                        whole(MediaField.NUM_CHANNELS));
            case PDF -> new MediaFacts.Pdf("application/pdf", bytes, whole(MediaField.NUM_PAGES));
            case PLAIN_TEXT -> new MediaFacts.Text(text(MediaField.MIME_TYPE), bytes);
            case IMAGE ->
                new MediaFacts.Image(
                        text(MediaField.MIME_TYPE), bytes, whole(MediaField.WIDTH), whole(MediaField.HEIGHT));
            case IMAGE_GROUP, IMAGE_SEQUENCE, DICOM_SERIES, DICOM_FILE, NIFTI, GROUP ->
                throw new IllegalArgumentException("there is no such block for " + kind);
        };
    }

    private String text(MediaField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    private Number number(MediaField field) {
        return Objects.requireNonNull(numbers.get(field));
    }

    private int whole(MediaField field) {
        return number(field).intValue();
    }
}
