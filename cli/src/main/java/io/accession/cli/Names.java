package io.accession.cli;

import io.accession.api.Collection;
import io.accession.api.Dataset;
import io.accession.api.FilterPreset;
import io.accession.api.Folder;
import io.accession.api.Integration;
import io.accession.api.UploadJob;
import io.accession.api.User;
import io.accession.api.UserGroup;
import io.accession.client.AccessionClient;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what people name: by id, or by a name that is unique. */
public final class Names {

    private static final int CANDIDATES = 10;

    private final AccessionClient client;

    public Names(AccessionClient client) {
        this.client = client;
    }

    UUID folder(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "folder",
                                text,
                                client.folders().list(text).stream(),
                                folder -> folder.name().equals(text),
                                (Folder folder) -> folder.id() + "  " + String.join(" / ", folder.path()))
                        .id();
    }

    UUID dataset(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "dataset",
                                text,
                                client.datasets().list(text).stream(),
                                dataset -> dataset.title().equals(text),
                                (Dataset dataset) -> dataset.id() + "  " + dataset.createdAt())
                        .id();
    }

    public UUID integration(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "storage integration",
                                text,
                                client.integrations().list(text).stream(),
                                integration -> integration.title().equals(text),
                                (Integration integration) -> integration.id() + "  " + integration.title())
                        .id();
    }

    /** A job's name is that of its manifest's file. */
    UUID job(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "upload job",
                                text,
                                client.jobs().list(null, null, text).stream(),
                                job -> text.equals(job.fileName()),
                                (UploadJob job) -> job.id() + "  " + job.createdAt() + "  " + job.state())
                        .id();
    }

    UUID group(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "group of users",
                                text,
                                client.groups().list().stream(),
                                group -> group.name().equals(text),
                                (UserGroup group) -> group.id() + "  " + group.name())
                        .id();
    }

    UUID user(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "user",
                                text,
                                client.users().list(text).stream(),
                                user -> user.email().equalsIgnoreCase(text),
                                (User user) -> user.id() + "  " + user.email())
                        .id();
    }

    UUID preset(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "filter preset",
                                text,
                                client.presets().list().stream(),
                                preset -> preset.name().equals(text),
                                (FilterPreset preset) -> preset.id() + "  " + preset.description())
                        .id();
    }

    UUID collection(String text) {
        return isId(text)
                ? UUID.fromString(text)
                : only(
                                "collection",
                                text,
                                client.collections().list(null).stream(),
                                collection -> collection.name().equals(text),
                                (Collection collection) -> collection.id() + "  of the folder " + collection.folderId())
                        .id();
    }

    private static <T> T only(
            String noun, String text, Stream<T> found, Predicate<T> matches, Function<T, String> description) {
        List<T> candidates = found.filter(matches).limit(CANDIDATES + 1L).toList();
        if (candidates.isEmpty()) {
            throw new UsageException("There is no " + noun + " '" + text + "', or you may not use it.");
        }
        if (candidates.size() > 1) {
            var lines = candidates.stream()
                    .limit(CANDIDATES)
                    .map(candidate -> "  " + Terminals.printable(description.apply(candidate)))
                    .collect(Collectors.joining("\n"));
            var more = candidates.size() > CANDIDATES ? "\n  and more" : "";
            throw new UsageException(
                    "There is more than one " + noun + " '" + text + "'. Give the id of one of them:\n" + lines + more);
        }
        return candidates.getFirst();
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
