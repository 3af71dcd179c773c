package io.accession.server.command;

import io.accession.api.NewManifest;
import io.accession.cli.UsageException;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.draft.DraftRules;
import io.accession.core.draft.KeyPattern;
import io.accession.core.draft.TitleSource;
import io.accession.core.draft.WantedKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How objects become entries of a manifest. */
final class DraftOptions {

    enum Title {
        KEY,
        NAME
    }

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "What to make entries of: auto (everything, each under its own type), images, videos, audio,"
                    + " pdfs, text, nifti, image_groups, image_sequences or dicom_series. Objects are known by their"
                    + " extensions.")
    private String kind = "auto";

    @Option(
            names = "--group-by",
            paramLabel = "REGEX",
            description = "Images, or DICOM files, of which the expression's group 'group', or else its first one,"
                    + " matches the same belong together and are titled with it. Otherwise images belong together by"
                    + " directory, and DICOM files by the series in their headers, where the kind asks for groups.")
    private @Nullable String groupBy;

    @Option(
            names = "--title-from",
            paramLabel = "key|name",
            description = "Title objects with their whole key, or its last part.")
    private @Nullable Title title;

    @Option(
            names = "--metadata-from",
            paramLabel = "REGEX",
            description = "What the named groups match, such as (?<camera>cam\\d+), becomes clientMetadata.")
    private @Nullable String metadataFrom;

    @Option(
            names = "--number",
            paramLabel = "NAME",
            split = ",",
            description = "Groups of --metadata-from that become numbers; left out where they are none.")
    private List<String> numbers = new ArrayList<>();

    @Option(names = "--flat", description = "Leave out what lies in sub-directories.")
    private boolean flat;

    @Option(names = "--csv", description = "Make CSV instead of JSON.")
    private boolean csv;

    @Option(names = "--look", description = "Read the first bytes of objects whose extension says nothing.")
    private boolean look;

    boolean flat() {
        return flat;
    }

    boolean csv() {
        return csv;
    }

    boolean look() {
        return look;
    }

    /** For the server, which judges them. */
    NewManifest wish(UUID integration, List<String> urls, @Nullable String inventory) {
        return new NewManifest(
                integration,
                urls,
                inventory,
                NewManifest.Kind.valueOf(kind().name()),
                groupBy,
                title == null ? null : NewManifest.Title.valueOf(title.name()),
                metadataFrom,
                numbers,
                flat,
                look,
                csv);
    }

    /** For this process. */
    DraftRules rules() {
        try {
            return new DraftRules(
                    kind(),
                    groupBy == null ? null : KeyPattern.of("--group-by", groupBy),
                    title == null ? TitleSource.DEFAULT : TitleSource.valueOf(title.name()),
                    metadataFrom == null ? null : KeyPattern.of("--metadata-from", metadataFrom),
                    new HashSet<>(numbers),
                    csv);
        } catch (RegistryException e) {
            throw refusal(e);
        }
    }

    /** With all faults, as the command line tells them. */
    static UsageException refusal(RegistryException refused) {
        var text = new StringBuilder(refused.error().message());
        if (refused.error() instanceof RegistryError.Invalid invalid) {
            invalid.faults()
                    .forEach(fault -> text.append("\n  ")
                            .append(fault.pointer())
                            .append(": ")
                            .append(fault.message()));
        }
        return new UsageException(text.toString());
    }

    private WantedKind kind() {
        return WantedKind.find(kind.toLowerCase(Locale.ROOT).replace('-', '_'))
                .orElseThrow(() -> new UsageException(
                        "There is no kind '" + kind + "'. The kinds are " + WantedKind.known() + "."));
    }
}
