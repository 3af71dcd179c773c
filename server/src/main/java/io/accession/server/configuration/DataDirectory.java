package io.accession.server.configuration;

import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where everything lies that the server keeps on this machine. */
final class DataDirectory {

    private DataDirectory() {}

    /** As far as it is known before any file is read. */
    static Path of(Map<String, String> environment, List<FlagValue> flags) {
        return flags.stream()
                .filter(flag -> flag.key().equals(Keys.DATA.key()))
                .map(flag -> Path.of(flag.value()))
                .findFirst()
                .orElseGet(() -> {
                    var variable = environment.get(Keys.DATA.variable());
                    return variable == null ? standard(environment) : Path.of(variable);
                })
                .toAbsolutePath()
                .normalize();
    }

    /** {@code ~/.local/share/accession}, as the XDG base directory specification says. */
    static Path standard(Map<String, String> environment) {
        var xdg = environment.get("XDG_DATA_HOME");
        var share = xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "share");
        return share.resolve("accession");
    }
}
