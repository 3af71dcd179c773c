package io.accession.storage;

import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the files below a root, in the order of their keys as UTF-8, which is the order of a bucket. Directories that cannot
 * hold a key of the page are not opened. Directories behind links are left out: they could lead round in circles.
 */
final class LocalListing {

    static final String UNFINISHED = ".accession-unfinished-";
    private static final int PAGE = 1_000;
    private static final Comparator<String> KEY_ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    @FunctionalInterface
    interface Stats {
        ObjectStat of(Path file) throws IOException;
    }

    private final Path root;
    private final String prefix;
    private final String after;
    private final List<ObjectPage.Listed> found = new ArrayList<>();
    private @Nullable String next;

    LocalListing(Path root, String prefix, String after) {
        this.root = root;
        this.prefix = prefix;
        this.after = after;
    }

    ObjectPage page(Stats stats) throws IOException {
        addBelow(root, "", stats);
        return new ObjectPage(found, next);
    }

    private void addBelow(Path directory, String path, Stats stats) throws IOException {
        for (String name : names(directory)) {
            String key = path + name;
            if (next != null || !mayHold(key)) {
                continue;
            }
            if (name.endsWith("/")) {
                addBelow(directory.resolve(name), key, stats);
            } else if (KEY_ORDER.compare(key, after) > 0) {
                add(directory.resolve(name), key, stats);
            }
        }
    }

    private void add(Path file, String key, Stats stats) throws IOException {
        if (found.size() == PAGE) {
            next = found.getLast().key();
            return;
        }
        try {
            var real = file.toRealPath();
            if (real.startsWith(root)) {
                found.add(new ObjectPage.Listed(key, stats.of(real)));
            }
        } catch (NoSuchFileException e) {
            // It was deleted while the page was made.
        }
    }

    /** Names in key order, those of directories with the slash that their keys go on with. */
    private static List<String> names(Path directory) throws IOException {
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name + "/");
                } else if (Files.isRegularFile(entry) && !name.startsWith(UNFINISHED)) {
                    names.add(name);
                }
            }
        }
        names.sort(KEY_ORDER);
        return names;
    }

    private boolean mayHold(String key) {
        boolean directory = key.endsWith("/");
        boolean below = key.startsWith(prefix) || (directory && prefix.startsWith(key));
        boolean passed = directory && KEY_ORDER.compare(key, after) < 0 && !after.startsWith(key);
        return below && !passed;
    }
}
