package io.accession.core.manifest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads manifests in tests and keeps what came out. */
final class Manifests {

    /** What a sink was given, copied. */
    record Given(
            EntryPosition position,
            String raw,
            ManifestEntry entry,
            @Nullable String clientMetadata) {

        FailureCode code() {
            return Objects.requireNonNull(entry.failure(), "the entry is sound").code();
        }

        String message() {
            return Objects.requireNonNull(entry.failure(), "the entry is sound").message();
        }

        List<String> urls() {
            return entry.objects().stream().map(ObjectReference::url).toList();
        }
    }

    record Outcome(ManifestSummary summary, List<Given> entries) {

        Given only() {
            if (entries.size() != 1) {
                throw new AssertionError("expected one entry, got " + entries);
            }
            return entries.getFirst();
        }

        List<String> warningCodes() {
            return summary.warnings().stream().map(ManifestWarning::code).toList();
        }
    }

    private Manifests() {}

    static Outcome read(String manifest) {
        return read(manifest, ManifestLimits.DEFAULT);
    }

    static Outcome read(String manifest, ManifestLimits limits) {
        return read(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)), limits);
    }

    static Outcome read(InputStream body, ManifestLimits limits) {
        return read(ManifestForm.JSON, body, limits);
    }

    static Outcome read(ManifestForm form, InputStream body, ManifestLimits limits) {
        var entries = new ArrayList<Given>();
        try {
            var summary = new ManifestReader(limits)
                    .read(form, body, (position, raw, entry) -> entries.add(given(position, raw, entry)));
            return new Outcome(summary, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome csv(String manifest) {
        return csv(manifest.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome csv(byte[] manifest) {
        return read(form(ManifestFormat.CSV), new ByteArrayInputStream(manifest), ManifestLimits.DEFAULT);
    }

    static Outcome ndjson(String manifest) {
        var body = new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
        return read(form(ManifestFormat.NDJSON), body, ManifestLimits.DEFAULT);
    }

    static ManifestForm form(ManifestFormat format) {
        return new ManifestForm(format, false, false, null);
    }

    static RegistryError.ManifestInvalid invalid(ManifestFormat format, InputStream manifest) {
        return (RegistryError.ManifestInvalid) error(() -> read(form(format), manifest, ManifestLimits.DEFAULT));
    }

    private static Given given(EntryPosition position, RawJson raw, ManifestEntry entry) {
        var metadata = entry.clientMetadata();
        return new Given(position, raw.text(), entry, metadata == null ? null : metadata.text());
    }

    /** The one entry of a manifest with one type key. */
    static Given entry(String typeKey, String entry) {
        return read("{\"" + typeKey + "\": [" + entry + "]}").only();
    }

    static RegistryError.ManifestInvalid invalid(String manifest) {
        return invalid(manifest.getBytes(StandardCharsets.UTF_8));
    }

    static RegistryError.ManifestInvalid invalid(byte[] manifest) {
        return (RegistryError.ManifestInvalid)
                error(() -> read(new ByteArrayInputStream(manifest), ManifestLimits.DEFAULT));
    }

    static RegistryError error(Runnable reading) {
        var exception = catchThrowableOfType(RegistryException.class, reading::run);
        return Objects.requireNonNull(exception, "the manifest was read").error();
    }
}
