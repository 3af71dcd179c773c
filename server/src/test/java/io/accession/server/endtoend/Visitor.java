package io.accession.server.endtoend;

import io.accession.api.ItemSummary;
import io.accession.api.NewFolder;
import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.NewUser;
import io.accession.api.Secret;
import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.client.AccessionClient;
import io.accession.client.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** An administrator who uses a server through the Java client. */
record Visitor(URI address, AccessionClient client) {

    static final boolean ATOMIC = false;
    static final boolean TOLERANT = true;

    /** With the token that a server leaves in its data directory. */
    static Visitor of(URI server, Path data) {
        try {
            var token = Files.readString(data.resolve("admin-token")).strip();
            return new Visitor(server, AccessionClient.connect(server, token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody new without special rights. */
    Visitor stranger() {
        var user = client.users().add(new NewUser(UUID.randomUUID() + "@example.org", false, null));
        var token = client.users().createToken(user.id(), null).token();
        return new Visitor(address, AccessionClient.connect(address, token.reveal()));
    }

    UUID folder() {
        return client.folders().create(new NewFolder("folder", null, null)).id();
    }

    /** Objects on the web, this machine included. */
    UUID web() {
        return integration(new NewIntegrationSettings.Direct(), true);
    }

    /** Objects on the web, where this machine is out of bounds. */
    UUID publicWeb() {
        return integration(new NewIntegrationSettings.Direct(), false);
    }

    UUID directory(Path root) {
        return integration(new NewIntegrationSettings.Local(root.toString()), false);
    }

    /** A bucket named {@code fleet} of a store on this machine. */
    UUID bucket(String endpoint) {
        var settings = new NewIntegrationSettings.S3(
                "fleet", "eu-west-1", endpoint, true, "AKIDEXAMPLE", new Secret("secret"), null);
        return integration(settings, true);
    }

    /** Whose objects are never read. */
    UUID strictDirectory(Path root) {
        var settings = new NewIntegrationSettings.Local(root.toString());
        return client.integrations()
                .add(new NewIntegration("strict", settings, true, false, null))
                .id();
    }

    private UUID integration(NewIntegrationSettings settings, boolean allowPrivateNetwork) {
        var title = UUID.randomUUID().toString();
        return client.integrations()
                .add(new NewIntegration(title, settings, false, allowPrivateNetwork, null))
                .id();
    }

    static Manifest manifest(String text) {
        return Manifest.of("", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    UploadJob post(UUID folder, UUID integration, boolean ignoreErrors, String manifest) {
        return client.jobs().register(folder, integration, ignoreErrors, manifest(manifest));
    }

    /** Posts a manifest and waits for the end of its job. */
    UploadJob register(UUID folder, UUID integration, boolean ignoreErrors, Manifest manifest) {
        return ended(client.jobs().register(folder, integration, ignoreErrors, manifest));
    }

    UploadJob register(UUID folder, UUID integration, boolean ignoreErrors, String manifest) {
        return register(folder, integration, ignoreErrors, manifest(manifest));
    }

    UploadJob ended(UploadJob job) {
        return client.jobs().watch(job.id(), _ -> {});
    }

    List<UnitFailure> failures(UploadJob job) {
        return client.jobs().failures(job.id()).stream().toList();
    }

    List<String> failureCodes(UploadJob job) {
        return failures(job).stream().map(UnitFailure::code).toList();
    }

    List<String> csv(UploadJob job) {
        return List.of(text(client.jobs().failuresAsCsv(job.id())).split("\r\n", -1));
    }

    String failedManifest(UploadJob job) {
        return text(client.jobs().failedManifest(job.id()));
    }

    List<String> titles(UUID folder) {
        return client.items().list(folder, null, null).stream()
                .map(ItemSummary::title)
                .toList();
    }

    private static String text(InputStream answer) {
        try (answer) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
