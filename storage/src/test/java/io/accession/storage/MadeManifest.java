package io.accession.storage;

import io.accession.core.draft.DraftLimits;
import io.accession.core.draft.DraftRules;
import io.accession.core.draft.ManifestDraft;
import io.accession.core.draft.PrefixObjects;
import io.accession.core.draft.TitleSource;
import io.accession.core.draft.WantedKind;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.manifest.ManifestForm;
import io.accession.core.manifest.ManifestFormat;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.manifest.ManifestReader;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A manifest of what a storage lists, read back as registering reads it. */
final class MadeManifest {

    /** Names that not every URL can hold as they are. */
    static final List<String> ODD_NAMES = List.of(
            "a b+c.jpg",
            "a%20b+c.jpg",
            "ü/日本.jpg",
            "q?x=1&y#z.jpg",
            "(a)'!*~;,=@:$[b].jpg",
            ".hidden.jpg",
            "\uD83D\uDE00.jpg",
            "\"quoted\".jpg");

    private MadeManifest() {}

    /** The objects that the manifest of everything below {@code key} names, in its order. */
    static List<ObjectLocation> objects(
            StorageIntegration integration, ObjectStore store, ObjectLocation below, boolean csv, Path directory)
            throws Exception {
        var prefix = new ObjectPrefix(below.provider(), below.endpoint(), below.bucket(), below.key());
        var rules = new DraftRules(WantedKind.IMAGES, null, TitleSource.DEFAULT, null, Set.of(), csv);
        var text = new ByteArrayOutputStream();
        try (var draft = new ManifestDraft(rules, new DraftLimits(100, 100), directory, null, null)) {
            new PrefixObjects(integration, store, directory).addTo(draft, List.of(prefix), false, csv, found -> {});
            draft.finish();
            draft.writeTo(number -> text);
        }
        var objects = new ArrayList<ObjectLocation>();
        var form = new ManifestForm(csv ? ManifestFormat.CSV : ManifestFormat.JSON, false, false, null);
        new ManifestReader(ManifestLimits.DEFAULT)
                .read(
                        form,
                        new ByteArrayInputStream(text.toByteArray()),
                        (position, raw, entry) -> entry.objects()
                                .forEach(object -> objects.add(Given.located(object.url(), integration.addressing()))));
        return objects;
    }
}
