package io.accession.server.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What storage integrations may reach on this machine.
 *
 * @param localRoots the directories inside which local integrations may lie; none by default
 * @param keyFile what credentials are sealed with
 */
public record StorageConfiguration(List<Path> localRoots, Path keyFile) {

    public StorageConfiguration {
        localRoots = List.copyOf(localRoots);
    }

    static StorageConfiguration of(Values values, Path data) {
        var roots = values.paths(Keys.STORAGE_LOCAL_ROOTS);
        roots.stream()
                .filter(root -> !Files.isDirectory(root))
                .forEach(root -> values.fault(
                        Keys.STORAGE_LOCAL_ROOTS, "directories that exist are allowed; " + root + " is none"));
        return new StorageConfiguration(
                roots, values.path(Keys.STORAGE_KEY_FILE).orElse(data.resolve("vault-key.json")));
    }
}
