package io.accession.core.manifest;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that an object has had so far. Made for a handful, safe for millions. */
final class SeenKeys {

    private static final int HANDFUL = 8;

    private final @Nullable String[] few = new @Nullable String[HANDFUL];
    private int count;
    private @Nullable Set<String> many;

    /** False when the key was there already. */
    boolean add(String key) {
        for (int i = 0; i < count; i++) {
            if (key.equals(few[i])) {
                return false;
            }
        }
        if (count < HANDFUL) {
            few[count++] = key;
            return true;
        }
        if (many == null) {
            many = new HashSet<>();
        }
        return many.add(key);
    }
}
