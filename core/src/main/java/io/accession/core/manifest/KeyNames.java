package io.accession.core.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds known names in bytes without making strings. */
final class KeyNames {

    private static final int SLOTS = 256;

    private final @Nullable String[] names = new @Nullable String[SLOTS];
    private final byte[][] spellings = new byte[SLOTS][];

    KeyNames(Collection<String> known) {
        for (String name : known) {
            byte[] spelling = name.getBytes(StandardCharsets.UTF_8);
            int slot = slot(spelling, 0, spelling.length);
            while (names[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            names[slot] = name;
            spellings[slot] = spelling;
        }
    }

    /** The known name that the bytes spell; null for any other. */
    @Nullable
    String find(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        while (names[slot] != null) {
            byte[] spelling = spellings[slot];
            if (Arrays.equals(spelling, 0, spelling.length, bytes, from, to)) {
                return names[slot];
            }
            slot = (slot + 1) % SLOTS;
        }
        return null;
    }

    private static int slot(byte[] bytes, int from, int to) {
        return from == to ? 0 : (31 * (to - from) + 7 * bytes[from] + 3 * bytes[to - 1]) & (SLOTS - 1);
    }
}
