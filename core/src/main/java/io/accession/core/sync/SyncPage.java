package io.accession.core.sync;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobMode;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.manifest.ManifestForm;
import io.accession.core.object.Identities;
import io.accession.core.object.IdentityHash;
import io.accession.core.object.ObjectPage.Listed;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.UrlWriting;
import io.accession.core.receive.ReceivedManifest;
import io.accession.core.receive.Reception;
import io.accession.core.receive.UploadRequest;
import io.accession.core.sync.SyncTransaction.HeldItem;
import io.accession.core.sync.SyncTransaction.SeenObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares one page of a listing with what the folder holds. Storing it twice, one after the other, changes nothing the second time. */
final class SyncPage {

    private record Candidate(Listed listed, SyncedKind kind, String url, IdentityHash identity) {
        SeenObject seen() {
            return new SeenObject(listed.key(), identity);
        }
    }

    private final SyncTurn turn;
    private final StorageIntegration integration;
    private final @Nullable String next;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Sidecar> sidecars = new ArrayList<>();
    private final List<SyncWarning> warnings = new ArrayList<>();
    private final int listed;

    SyncPage(
            SyncTurn turn,
            StorageIntegration integration,
            ObjectPrefix prefix,
            String renderedPrefix,
            Listing listing) {
        this.turn = turn;
        this.integration = integration;
        this.next = listing.next();
        this.listed = listing.objects().size();
        listing.objects().stream()
                .filter(object -> !object.key().startsWith(renderedPrefix))
                .forEach(object -> sort(prefix, object));
        if (turn.after().isEmpty() && next == null && listed == 0) {
            warnings.add(new SyncWarning(
                    "PREFIX_EMPTY",
                    prefix.key(),
                    "Nothing lies below the folder's URL. Check how it is spelled, or upload something."));
        }
    }

    private void sort(ObjectPrefix prefix, Listed object) {
        var suffix = turn.sync().metadataSuffix();
        if (suffix != null && object.key().endsWith(suffix)) {
            sidecars.add(Sidecar.of(object));
            return;
        }
        var kind = SyncedKind.find(object.key());
        if (kind.isEmpty()) {
            return;
        }
        var location = prefix.object(object.key());
        var url = UrlWriting.url(location, integration.addressing(), false);
        if (url.isEmpty()) {
            warnings.add(new SyncWarning(
                    "KEY_NOT_NAMEABLE",
                    printable(object.key()),
                    "No URL can name the object: its key holds what URLs cannot. Rename it."));
            return;
        }
        var identity = Identities.of(kind.get().item(), location);
        candidates.add(new Candidate(object, kind.get(), url.get(), identity));
    }

    /** PostgreSQL's JSON holds no U+0000. */
    static String printable(String key) {
        return key.replace('\0', '\uFFFD');
    }

    void store(SyncTransaction transaction, Reception reception) throws IOException {
        var held = transaction.find(candidates.stream().map(Candidate::identity).toList());
        var comparison = new Comparison(held);
        candidates.forEach(comparison::compare);
        transaction.bringBack(comparison.returned);
        int vanished = transaction.replaceSeen(
                turn.after(), next, candidates.stream().map(Candidate::seen).toList());
        storeSidecars(transaction, comparison);
        if (!comparison.manifest.isEmpty()) {
            try (var job = received(reception, comparison.manifest)) {
                transaction.post(job);
            }
        }
        transaction.finish(comparison.counts(vanished), warnings, next);
    }

    private void storeSidecars(SyncTransaction transaction, Comparison comparison) {
        var suffix = turn.sync().metadataSuffix();
        if (suffix != null) {
            transaction.replaceSidecars(turn.after(), next, sidecars);
            transaction.applyAgain(comparison.addedKeys.stream()
                    .flatMap(key -> Sidecar.keysFor(key, suffix))
                    .toList());
        }
    }

    private ReceivedManifest received(Reception reception, SyncManifest manifest) throws IOException {
        var request = new UploadRequest(
                turn.folder(),
                turn.folderName(),
                turn.sync().integration(),
                integration.addressing(),
                turn.user(),
                JobMode.TOLERANT,
                "sync page " + turn.page());
        var received = reception.read(request, ManifestForm.JSON, manifest.body(false));
        return new ReceivedManifest(received.job().lookingAgain(), received.slices());
    }

    /** What has to be done about the objects of the page. */
    private final class Comparison {

        private final Map<IdentityHash, HeldItem> held;
        private final SyncManifest manifest = new SyncManifest();
        private final List<ItemId> returned = new ArrayList<>();
        private final List<String> addedKeys = new ArrayList<>();
        private int changed;

        Comparison(Map<IdentityHash, HeldItem> held) {
            this.held = held;
        }

        void compare(Candidate candidate) {
            var item = held.get(candidate.identity());
            if (item == null) {
                addedKeys.add(candidate.listed().key());
                manifest.add(candidate.kind().typeKey(), candidate.url(), null);
                return;
            }
            if (item.isTombstone()) {
                returned.add(item.id());
            }
            var stat = candidate.listed().stat();
            if (stat.hasOtherEtagThan(item.etag()) || stat.hasOtherSizeThan(item.bytes())) {
                changed++;
                manifest.add(candidate.kind().typeKey(), candidate.url(), null);
            }
        }

        SyncCounts counts(int vanished) {
            return new SyncCounts(
                    listed,
                    listed - candidates.size() - sidecars.size(),
                    addedKeys.size(),
                    changed,
                    vanished,
                    returned.size(),
                    0);
        }
    }
}
