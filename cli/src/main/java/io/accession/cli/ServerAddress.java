package io.accession.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which server a command talks to, and the token that it shows there. */
record ServerAddress(URI server, String token) {

    private static final URI USUAL = URI.create("http://127.0.0.1:7171");

    /** The nearest wins: option, environment, data directory. */
    static ServerAddress find(
            @Nullable String server, @Nullable String token, @Nullable Path data, Surroundings surroundings) {
        var address = findServer(server, data, surroundings);
        var given = token == null ? surroundings.environment().get("ACCESSION_TOKEN") : token;
        if (given != null && !given.isBlank()) {
            return new ServerAddress(address, given.strip());
        }
        return new ServerAddress(address, tokenOfDataDirectory(address, dataDirectory(data, surroundings)));
    }

    static URI findServer(@Nullable String server, @Nullable Path data, Surroundings surroundings) {
        var given = server == null ? surroundings.environment().get("ACCESSION_URL") : server;
        if (given != null && !given.isBlank()) {
            return address(given.strip());
        }
        return serverOf(dataDirectory(data, surroundings)).orElse(USUAL);
    }

    /** Shown to the data directory's own server alone: another one must not learn it. */
    private static String tokenOfDataDirectory(URI address, Path data) {
        if (!address.equals(serverOf(data).orElse(USUAL))) {
            throw new UsageException("A token for " + address
                    + " is needed, if that is the address that is meant: one makes one there on one's"
                    + " profile page. Give it with --token or ACCESSION_TOKEN.");
        }
        return firstLine(data.resolve("admin-token"))
                .orElseThrow(() -> new UsageException("There is no server's data directory at " + data
                        + ". Start a server with 'accession serve', or name one with --server and --token."));
    }

    private static Optional<URI> serverOf(Path data) {
        return firstLine(data.resolve("server-url")).map(ServerAddress::address);
    }

    private static Path dataDirectory(@Nullable Path data, Surroundings surroundings) {
        var environment = surroundings.environment();
        if (data != null) {
            return data.toAbsolutePath();
        }
        var named = environment.getOrDefault("ACCESSION_DATA", "");
        if (!named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        var shared = environment.getOrDefault("XDG_DATA_HOME", "");
        // An XDG directory that is not absolute is to be passed over (XDG Base Directory Specification).
        var parent = shared.startsWith("/")
                ? Path.of(shared)
                : surroundings.home().resolve(".local").resolve("share");
        return parent.resolve("accession");
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().map(String::strip).filter(line -> !line.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UsageException("The file " + file + " cannot be read; its owner can.");
        }
    }

    private static URI address(String text) {
        try {
            var uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new UsageException("'" + text + "' is not the address of a server, such as http://127.0.0.1:7171.");
    }
}
