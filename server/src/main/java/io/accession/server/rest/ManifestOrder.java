package io.accession.server.rest;

import io.accession.api.NewManifest;
import io.accession.core.domain.Failure;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.draft.DraftRules;
import io.accession.core.draft.KeyPattern;
import io.accession.core.draft.TitleSource;
import io.accession.core.draft.WantedKind;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectPrefix.Reading;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for, understood. */
record ManifestOrder(
        List<ObjectPrefix> prefixes, @Nullable ObjectLocation inventory, DraftRules rules, boolean flat, boolean look) {

    private static final int MOST_PREFIXES = 1_000;

    static ManifestOrder of(NewManifest wish, StorageIntegration integration) {
        if (wish.look() && integration.strictClientOnly()) {
            throw invalid(List.of(new RegistryError.Fault(
                    "/look",
                    "A strict client-only integration never reads: what objects are is told by their names.")));
        }
        var prefixes = prefixes(wish, integration);
        var rules = rules(wish);
        if (rules.readsSeries() && integration.strictClientOnly()) {
            throw new RegistryException(DraftRules.SERIES_UNKNOWN);
        }
        return new ManifestOrder(prefixes, inventory(wish, integration), rules, wish.flat(), wish.look());
    }

    private static @Nullable ObjectLocation inventory(NewManifest wish, StorageIntegration integration) {
        if (wish.inventory() == null) {
            return null;
        }
        if (integration.strictClientOnly()) {
            throw invalid(List.of(new RegistryError.Fault(
                    "/inventory", "A strict client-only integration never reads, inventories neither.")));
        }
        return switch (ObjectUrls.resolve(wish.inventory(), integration.addressing())) {
            case Resolution.Located(ObjectLocation location) -> location;
            case Resolution.Refused(Failure failure) ->
                throw invalid(List.of(new RegistryError.Fault("/inventory", failure.message())));
        };
    }

    private static List<ObjectPrefix> prefixes(NewManifest wish, StorageIntegration integration) {
        var prefixes = new ArrayList<ObjectPrefix>();
        var faults = new ArrayList<RegistryError.Fault>();
        if (wish.urls().size() > MOST_PREFIXES || (wish.urls().isEmpty() && wish.inventory() == null)) {
            faults.add(new RegistryError.Fault("/urls", "Between 1 and " + MOST_PREFIXES + " prefixes are listed."));
        }
        for (int i = 0; i < wish.urls().size(); i++) {
            switch (ObjectPrefix.read(wish.urls().get(i), integration.addressing())) {
                case Reading.Located(var prefix) -> prefixes.add(prefix);
                case Reading.Refused(Failure failure) ->
                    faults.add(new RegistryError.Fault("/urls/" + i, failure.message()));
            }
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        return List.copyOf(prefixes);
    }

    private static DraftRules rules(NewManifest wish) {
        var kind = WantedKind.valueOf(wish.kind().name());
        var groupBy = wish.groupBy() == null ? null : KeyPattern.of("groupBy", wish.groupBy());
        var metadataFrom = wish.metadataFrom() == null ? null : KeyPattern.of("metadataFrom", wish.metadataFrom());
        var title = wish.titleFrom() == null
                ? TitleSource.DEFAULT
                : TitleSource.valueOf(wish.titleFrom().name());
        return new DraftRules(kind, groupBy, title, metadataFrom, new HashSet<>(wish.numbers()), wish.csv());
    }

    private static RegistryException invalid(List<RegistryError.Fault> faults) {
        return new RegistryException(new RegistryError.Invalid("The manifest cannot be made like this.", faults));
    }
}
