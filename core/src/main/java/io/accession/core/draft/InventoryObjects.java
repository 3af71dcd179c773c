package io.accession.core.draft;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.UrlWriting;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The objects of an inventory, for a draft: in the order of its files, old versions and deleted objects left out. */
public final class InventoryObjects {

    private final Map<S3Inventory.Format, InventoryRows> formats;
    private final Addressing addressing;
    private final List<ObjectPrefix> prefixes;
    private final boolean flat;
    private final boolean csv;

    /**
     * {@code addressing} is of the storage integration that will register the objects.
     *
     * @param prefixes what is wanted; everything when there are none
     * @param flat without what lies in sub-directories of the prefixes
     */
    public InventoryObjects(
            Map<S3Inventory.Format, InventoryRows> formats,
            Addressing addressing,
            List<ObjectPrefix> prefixes,
            boolean flat,
            boolean csv) {
        this.formats = Map.copyOf(formats);
        this.addressing = addressing;
        this.prefixes = List.copyOf(prefixes);
        this.flat = flat;
        this.csv = csv;
    }

    public void addTo(ManifestDraft draft, InputStream description, InventoryFiles files, PrefixListing.Ticks ticks)
            throws IOException, ObjectUnavailableException {
        var inventory = S3Inventory.read(description);
        var rows = formats.get(inventory.format());
        if (rows == null) {
            throw new IllegalStateException("no reader for " + inventory.format());
        }
        for (String file : inventory.dataFiles()) {
            try (var data = files.open(file)) {
                rows.forEach(data, inventory.columns(), row -> {
                    add(draft, row);
                    ticks.found(draft.objects());
                });
            } catch (IOException e) {
                throw new RegistryException(
                        new RegistryError.Invalid(
                                "The inventory cannot be read.",
                                List.of(new RegistryError.Fault(
                                        "inventory",
                                        "Its data file '" + file + "' is missing, damaged or cut off (" + e.getMessage()
                                                + ")."))),
                        e);
            }
        }
    }

    private void add(ManifestDraft draft, InventoryRow row) throws IOException {
        String endpoint = addressing.endpoint() == null ? "aws" : addressing.endpoint();
        var object = new ObjectLocation(addressing.provider(), endpoint, row.bucket(), row.key(), null);
        if (!row.isCurrent() || !isWanted(object)) {
            return;
        }
        var url = UrlWriting.url(object, addressing, csv);
        if (url.isPresent()) {
            draft.add(new ListedObject(row.key(), url.get(), row.bytes()));
        } else {
            draft.addUnnameable(row.key());
        }
    }

    private boolean isWanted(ObjectLocation object) {
        return prefixes.isEmpty()
                || prefixes.stream()
                        .anyMatch(prefix -> prefix.bucket().equals(object.bucket())
                                && object.key().startsWith(prefix.key())
                                && (!flat
                                        || object.key()
                                                        .indexOf(
                                                                '/',
                                                                prefix.key().length())
                                                < 0));
    }
}
