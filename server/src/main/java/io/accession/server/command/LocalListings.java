package io.accession.server.command;

import io.accession.cli.UsageException;
import io.accession.core.draft.InventoryObjects;
import io.accession.core.draft.ManifestDraft;
import io.accession.core.draft.PrefixListing;
import io.accession.core.draft.TextListing;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.Provider;
import io.accession.storage.inventory.Inventories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Listings and inventories that lie on this machine. Nobody is asked anything. */
record LocalListings(List<String> urls, boolean flat, boolean csv, Path temporary) {

    private static final Addressing AMAZON = new Addressing(Provider.AWS_S3, null, null);

    void addListing(ManifestDraft draft, InputStream listing, PrefixListing.Ticks ticks) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(listing, StandardCharsets.UTF_8));
        new TextListing(urls.isEmpty() ? null : urls.getFirst(), csv).addTo(draft, lines, ticks);
    }

    /** {@code description} is the inventory's {@code manifest.json}. */
    void addInventory(ManifestDraft draft, Path description, PrefixListing.Ticks ticks) throws IOException {
        var prefixes = urls.stream().map(LocalListings::prefix).toList();
        var objects = new InventoryObjects(Inventories.formats(temporary), AMAZON, prefixes, flat, csv);
        try (var in = Files.newInputStream(description)) {
            objects.addTo(draft, in, key -> Files.newInputStream(find(description.toAbsolutePath(), key)), ticks);
        } catch (ObjectUnavailableException e) {
            throw new UsageException(e.failure().message());
        }
    }

    private static ObjectPrefix prefix(String url) {
        return switch (ObjectPrefix.read(url, AMAZON)) {
            case ObjectPrefix.Reading.Located(var prefix) -> prefix;
            case ObjectPrefix.Reading.Refused(var failure) -> throw new UsageException(url + ": " + failure.message());
        };
    }

    /** Beside the description, in {@code data} there, or where Amazon puts it: in {@code data} beside the description's directory. */
    private static Path find(Path description, String key) throws IOException {
        String name = key.substring(key.lastIndexOf('/') + 1);
        var places = Stream.of(
                description.resolveSibling(name),
                description.resolveSibling("data").resolve(name),
                description.resolveSibling("..").resolve("data").resolve(name));
        var found = places.filter(Files::isRegularFile).findFirst();
        if (found.isEmpty()) {
            throw new NoSuchFileException(name, null, "not beside the inventory's manifest.json, nor in data/ there");
        }
        return found.get();
    }
}
