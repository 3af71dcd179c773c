package io.accession.server.demo;

import io.accession.api.Item;
import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.core.domain.FailureCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what came of the samples with what their manifest asks for, and collects what did not come true. */
final class Promises {

    private final SampleManifest manifest;
    private final List<String> broken = new ArrayList<>();

    Promises(SampleManifest manifest) {
        this.manifest = manifest;
    }

    /** Empty when everything came true. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    void checkManifest() {
        same(
                "faults planted in the manifest",
                List.of(FailureCode.OBJECT_NOT_FOUND, FailureCode.KIND_MISMATCH),
                manifest.faulty().stream()
                        .map(entry -> entry.fault().orElseThrow())
                        .toList());
    }

    void checkFirst(UploadJob job) {
        check("first run", job, manifest.sound().size(), 0, manifest.faulty().size());
    }

    void checkSecond(UploadJob job) {
        check("second run", job, 0, manifest.sound().size(), manifest.faulty().size());
        same("second run: items with other metadata", 0L, job.counts().metadataUpdated());
    }

    /** The spreadsheet lists what is sound, and only that. */
    void checkSpreadsheet(UploadJob job) {
        check("CSV run", job, 0, manifest.sound().size(), 0);
    }

    private void check(String run, UploadJob job, long registered, long known, long failed) {
        var counts = job.counts();
        same(run + ": state", UploadJob.State.DONE, job.state());
        same(run + ": entries", registered + known + failed, counts.entries());
        same(run + ": registered", registered, counts.registered());
        same(run + ": already known", known, counts.known());
        same(run + ": failed", failed, counts.failed());
    }

    private record Place(String pointer, long line, long column, String code) {}

    void checkFailures(String run, List<UnitFailure> failures) {
        same(
                run + ": failures",
                manifest.faulty().stream()
                        .map(entry -> new Place(
                                entry.pointer(),
                                entry.line(),
                                entry.column(),
                                entry.fault().orElseThrow().name()))
                        .toList(),
                failures.stream()
                        .map(failure ->
                                new Place(failure.jsonPointer(), failure.line(), failure.column(), failure.code()))
                        .toList());
    }

    void checkCatalogue(List<Item> items) {
        same("items in the catalogue", manifest.sound().size(), items.size());
        same(
                "objects in the catalogue",
                manifest.sound().stream()
                        .flatMap(entry -> entry.objectUrl().stream())
                        .sorted()
                        .toList(),
                items.stream()
                        .filter(item -> item.members().isEmpty())
                        .map(Item::objectUrl)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList());
        same(
                "items that nothing is known of",
                List.of(),
                items.stream()
                        .filter(item -> item.media() == null && item.members().isEmpty())
                        .map(Item::title)
                        .toList());
    }

    void checkUnchanged(String run, List<Item> before, List<Item> after) {
        same("catalogue after the " + run, before, after);
    }

    private void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            broken.add(what + ": expected " + expected + ", got " + actual);
        }
    }
}
