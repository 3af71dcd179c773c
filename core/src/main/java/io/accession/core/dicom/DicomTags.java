package io.accession.core.dicom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tags of one file that matter, read from DICOM JSON. Whatever is not as it should be in it counts as absent. */
public final class DicomTags {

    /** Sound JSON was stored with its own limits; here it is only read again. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_100)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int LONGEST_NUMBER = 64;

    private final Map<DicomTag, List<String>> values = new EnumMap<>(DicomTag.class);
    private final Set<DicomTag> inSequences = EnumSet.noneOf(DicomTag.class);
    private int frameGroups = -1;

    private DicomTags() {}

    /** {@code json} is an object of eight hexadecimal digits each and an element, or null, each. */
    public static DicomTags read(String json) {
        var tags = new DicomTags();
        try (var in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var tag = DicomTag.find(in.currentName().toUpperCase(Locale.ROOT));
                if (in.nextToken() == JsonToken.START_OBJECT) {
                    tags.readElement(tag, in);
                } else {
                    in.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tags;
    }

    private void readElement(Optional<DicomTag> tag, JsonParser in) throws IOException {
        var texts = new ArrayList<String>();
        int items = 0;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean isValue = in.currentName().equals("Value");
            if (in.nextToken() != JsonToken.START_ARRAY || !isValue) {
                in.skipChildren();
                continue;
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (in.currentToken() == JsonToken.START_OBJECT) {
                    items++;
                    readItem(in);
                } else if (in.currentToken().isScalarValue()) {
                    texts.add(in.currentToken() == JsonToken.VALUE_NULL ? "" : in.getText());
                } else {
                    in.skipChildren();
                }
            }
        }
        tag.ifPresent(known -> values.put(known, texts));
        if (tag.isPresent() && tag.get() == DicomTag.PER_FRAME_GROUPS) {
            frameGroups = items;
        }
    }

    /** Notes the tags that stand in an item at any depth. */
    private void readItem(JsonParser in) throws IOException {
        for (int depth = 1; depth > 0; ) {
            var token = in.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.FIELD_NAME) {
                DicomTag.find(in.currentName().toUpperCase(Locale.ROOT)).ifPresent(inSequences::add);
            }
        }
    }

    /** Whether the file has the tag, be it without a value. */
    public boolean has(DicomTag tag) {
        return values.containsKey(tag);
    }

    /** Whether the file, or one of its sequences, has the tag with a value. */
    boolean hasAnywhere(DicomTag tag) {
        return text(tag).isPresent() || inSequences.contains(tag);
    }

    /** The first value as text, unless it is empty. */
    public Optional<String> text(DicomTag tag) {
        return values.getOrDefault(tag, List.of()).stream().findFirst().filter(text -> !text.isBlank());
    }

    /** All values as numbers; none if one of them is not a number. */
    List<Double> numbers(DicomTag tag) {
        var numbers = new ArrayList<Double>();
        for (var text : values.getOrDefault(tag, List.of())) {
            try {
                numbers.add(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return List.of();
            }
        }
        return numbers.stream().allMatch(Double::isFinite) ? numbers : List.of();
    }

    /** The first value as a whole number above 0. */
    public Optional<Integer> count(DicomTag tag) {
        return text(tag).filter(text -> text.length() <= LONGEST_NUMBER).flatMap(DicomTags::count);
    }

    private static Optional<Integer> count(String text) {
        try {
            int count = new BigDecimal(text.strip()).intValueExact();
            return count > 0 ? Optional.of(count) : Optional.empty();
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** How many items the functional groups of frames have; -1 without such a sequence. */
    int frameGroups() {
        return frameGroups;
    }
}
