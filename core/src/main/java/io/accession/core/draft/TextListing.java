package io.accession.core.draft;

import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Provider;
import io.accession.core.object.Resolution;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A listing that somebody has already: lines of {@code aws s3 ls --recursive}, of {@code gcloud storage ls} or {@code gsutil ls} (with {@code -l}
 * and {@code -r} too), or plain URLs and keys, a line each. Asks nobody: URLs are used as they stand.
 */
public final class TextListing {

    // "2024-05-01 12:00:00       1234 path/of the/key"
    private static final Pattern AMAZON = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} +(\\d+) (.+)");
    // "      1234  2024-05-01T12:00:00Z  gs://bucket/key"
    private static final Pattern GOOGLE = Pattern.compile(" *(\\d+) +\\d{4}-\\d{2}-\\d{2}T[0-9:.+Z-]+ +(gs://.+)");
    private static final Pattern PREFIX_LINE = Pattern.compile(" *PRE .*/");
    private static final Pattern TOTAL = Pattern.compile("TOTAL: .*|Total (Objects|Size): .*| *Total Objects: .*");

    private final @Nullable String base;
    private final boolean csv;

    /**
     * {@code base} is what keys without a bucket are in, such as {@code s3://bucket/} or {@code s3://bucket/prefix/}; null where every line is a
     * URL.
     */
    public TextListing(@Nullable String base, boolean csv) {
        this.base = base == null ? null : isBucketAlone(base) ? base + "/" : base;
        this.csv = csv;
    }

    private static boolean isBucketAlone(String url) {
        int scheme = url.indexOf("://");
        return scheme >= 0 && url.indexOf('/', scheme + 3) < 0;
    }

    public void addTo(ManifestDraft draft, BufferedReader lines, PrefixListing.Ticks ticks) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            add(draft, line);
            ticks.found(draft.objects());
        }
    }

    private void add(ManifestDraft draft, String line) throws IOException {
        boolean heading = line.endsWith("/:") || PREFIX_LINE.matcher(line).matches();
        if (line.isBlank() || heading || TOTAL.matcher(line).matches()) {
            return;
        }
        var amazon = AMAZON.matcher(line);
        var google = GOOGLE.matcher(line);
        if (amazon.matches()) {
            add(draft, amazon.group(2), size(amazon.group(1)));
        } else if (google.matches()) {
            add(draft, google.group(2), size(google.group(1)));
        } else {
            add(draft, line, -1);
        }
    }

    private static long size(String digits) {
        return digits.length() > 18 ? -1 : Long.parseLong(digits);
    }

    private void add(ManifestDraft draft, String name, long bytes) throws IOException {
        String url = name.contains("://") ? name : whole(name);
        if (url.endsWith("/")) {
            draft.add(new ListedObject(url, url, bytes)); // a directory, which the draft counts
            return;
        }
        boolean fits = !csv || url.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        var location = fits ? locate(url) : Optional.<ObjectLocation>empty();
        if (location.isPresent()) {
            draft.add(new ListedObject(key(location.get()), url, bytes));
        } else {
            draft.addUnnameable(name);
        }
    }

    /** Amazon's recursive listing tells whole keys, its plain one what follows the prefix. */
    private String whole(String name) {
        if (base == null) {
            return name;
        }
        int bucketEnd = base.indexOf('/', base.indexOf("://") + 3) + 1;
        String prefix = base.substring(bucketEnd);
        return name.startsWith(prefix) ? base.substring(0, bucketEnd) + name : base + name;
    }

    private static Optional<ObjectLocation> locate(String url) {
        return ObjectUrls.resolve(url, addressing(url)) instanceof Resolution.Located(var location)
                ? Optional.of(location)
                : Optional.empty();
    }

    private static Addressing addressing(String url) {
        String scheme = url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "s3" -> new Addressing(Provider.AWS_S3, null, null);
            case "gs" -> new Addressing(Provider.GOOGLE, null, null);
            default -> Addressing.direct();
        };
    }

    private static String key(ObjectLocation location) {
        if (location.provider() != Provider.WEB) {
            return location.key();
        }
        int query = location.key().indexOf('?');
        String path = query < 0 ? location.key() : location.key().substring(0, query);
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
