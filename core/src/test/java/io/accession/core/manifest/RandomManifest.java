package io.accession.core.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes manifests by chance, together with what has to come out of them. */
final class RandomManifest {

    private static final List<String> STRINGS = List.of(
            "\"\"",
            "\"plain\"",
            "\"with // and /* and ,] in it\"",
            "\"\\\"quoted\\\" \\\\ \\/ \\b\\f\\n\\r\\t\"",
            "\"\\u00e4\\uD83D\\uDE00\"",
            "\"größer € 日本 😀\"",
            "\"exactly 8\"",
            "\"" + "long ".repeat(40) + "\"");
    private static final List<String> SCALARS =
            List.of("0", "-1", "12.50", "1e5", "-0.1E-3", "true", "false", "null", "12345678901234567890");

    private final Random random;
    private final boolean tolerated;
    private final StringBuilder text = new StringBuilder();

    /** The entries as they have to come out, where comments and trailing commas have become spaces. */
    final List<String> entries = new ArrayList<>();

    final List<String> metadata = new ArrayList<>();

    private final StringBuilder strict = new StringBuilder();

    RandomManifest(long seed, boolean tolerated) {
        this.random = new Random(seed);
        this.tolerated = tolerated;
        add("{");
        space();
        int types = 1 + random.nextInt(3);
        for (int type = 0; type < types; type++) {
            add("\"" + List.of("videos", "images", "text").get(type) + "\"");
            space();
            add(":");
            space();
            entries();
            space();
            separator(type + 1 < types);
        }
        add("}");
        space();
    }

    String text() {
        return text.toString();
    }

    private void entries() {
        add("[");
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            space();
            entry(i);
            space();
            separator(i + 1 < count);
        }
        add("]");
    }

    private void entry(int number) {
        int from = strict.length();
        add("{\"objectUrl\":");
        space();
        add("\"s3://b/" + number + "\",");
        space();
        add("\"clientMetadata\":");
        int metadataFrom = strict.length();
        object(3);
        metadata.add(strict.substring(metadataFrom));
        space();
        separator(false);
        add("}");
        entries.add(strict.substring(from));
    }

    private void value(int depth) {
        int choice = random.nextInt(depth > 0 ? 4 : 2);
        switch (choice) {
            case 0 -> add(STRINGS.get(random.nextInt(STRINGS.size())));
            case 1 -> add(SCALARS.get(random.nextInt(SCALARS.size())));
            case 2 -> object(depth - 1);
            default -> list(depth - 1);
        }
    }

    private void object(int depth) {
        add("{");
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            space();
            add("\"k" + i + "\"");
            space();
            add(":");
            space();
            value(depth);
            space();
            separator(i + 1 < count);
        }
        space();
        add("}");
    }

    private void list(int depth) {
        add("[");
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            space();
            value(depth);
            separator(i + 1 < count);
        }
        space();
        add("]");
    }

    private void separator(boolean more) {
        if (more) {
            add(",");
        } else if (tolerated && random.nextInt(4) == 0) {
            blanked(",");
            space();
        }
    }

    private void space() {
        switch (random.nextInt(6)) {
            case 0 -> add(" ");
            case 1 -> add("\r\n\t  ");
            case 2 -> comment();
            default -> {}
        }
    }

    private void comment() {
        if (!tolerated) {
            return;
        }
        if (random.nextBoolean()) {
            blanked("// a \"comment\", ü } ]");
            add("\n");
        } else {
            blanked("/* { \"two\" * / ");
            add("\n");
            blanked("lines, 日 **/");
        }
    }

    private void add(String strictText) {
        text.append(strictText);
        strict.append(strictText);
    }

    private void blanked(String loose) {
        text.append(loose);
        strict.append(" ".repeat(loose.getBytes(StandardCharsets.UTF_8).length));
    }
}
