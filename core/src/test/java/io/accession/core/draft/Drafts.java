package io.accession.core.draft;

import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ManifestForm;
import io.accession.core.manifest.ManifestFormat;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.manifest.ManifestReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes manifests of keys in the bucket {@code b}. */
final class Drafts {

    /** One element of a manifest, read back. */
    record Read(String typeKey, ManifestEntry entry, String text) {}

    record Made(DraftSummary summary, List<String> manifests) {

        List<Read> entries() throws IOException {
            var entries = new ArrayList<Read>();
            for (String manifest : manifests) {
                var body = new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
                new ManifestReader(ManifestLimits.DEFAULT)
                        .read(
                                form(manifest),
                                body,
                                (position, raw, entry) -> entries.add(new Read(
                                        position.typeKey(),
                                        entry,
                                        new String(raw.buffer(), raw.offset(), raw.length(), StandardCharsets.UTF_8))));
            }
            return entries;
        }

        private static ManifestForm form(String manifest) {
            var format = manifest.startsWith("{") ? ManifestFormat.JSON : ManifestFormat.CSV;
            return new ManifestForm(format, false, false, null);
        }

        Map<String, Long> leftOut() {
            var counts = new TreeMap<String, Long>();
            summary.leftOut().forEach(left -> counts.put(left.reason(), left.count()));
            return counts;
        }
    }

    private Drafts() {}

    static Made of(DraftRules rules, Path directory, String... keys) throws IOException {
        return of(rules, directory, null, DraftLimits.of(ManifestLimits.DEFAULT, rules.csv()), List.of(keys));
    }

    static Made of(DraftRules rules, Path directory, @Nullable ObjectHeads heads, DraftLimits limits, List<String> keys)
            throws IOException {
        try (var draft = new ManifestDraft(rules, limits, directory, heads, null)) {
            for (String key : keys) {
                draft.add(new ListedObject(key, "s3://b/" + key, 7));
            }
            return made(draft);
        }
    }

    static Made made(ManifestDraft draft) throws IOException {
        var summary = draft.finish();
        var manifests = new ArrayList<ByteArrayOutputStream>();
        draft.writeTo(number -> {
            manifests.add(new ByteArrayOutputStream());
            return manifests.getLast();
        });
        return new Made(
                summary,
                manifests.stream()
                        .map(bytes -> bytes.toString(StandardCharsets.UTF_8))
                        .toList());
    }
}
