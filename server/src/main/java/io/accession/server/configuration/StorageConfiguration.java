package io.accession.server.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What storage integrations may reach on this machine.
 *
 * @param localRoots the directories inside which local integrations may lie; none by default
 * @param renderedPrefix what the keys of rendered videos begin with
 * @param hosted where uploaded files go
 * @param keyFile what credentials are sealed with
 */
public record StorageConfiguration(
        List<Path> localRoots, String renderedPrefix, HostedConfiguration hosted, Path keyFile) {

    // Names of dots alone would lead elsewhere.
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]{0,199}/){1,10}");

    public StorageConfiguration {
        localRoots = List.copyOf(localRoots);
    }

    private static String renderedPrefix(Values values) {
        var prefix = values.text(Keys.STORAGE_RENDERED_PREFIX).orElse("");
        if (!PREFIX.matcher(prefix).matches()) {
            values.fault(
                    Keys.STORAGE_RENDERED_PREFIX,
                    "names of letters, digits, dots, hyphens and underscores are allowed, each with a slash behind it,"
                            + " such as accession/rendered/");
        }
        return prefix;
    }

    static StorageConfiguration of(Values values, Path data) {
        var roots = values.paths(Keys.STORAGE_LOCAL_ROOTS);
        roots.stream()
                .filter(root -> !Files.isDirectory(root))
                .forEach(root -> values.fault(
                        Keys.STORAGE_LOCAL_ROOTS, "directories that exist are allowed; " + root + " is none"));
        return new StorageConfiguration(
                roots,
                renderedPrefix(values),
                HostedConfiguration.of(values, data),
                values.path(Keys.STORAGE_KEY_FILE).orElse(data.resolve("vault-key.json")));
    }
}
