package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.Secret;
import io.accession.core.integration.ServiceAccountFile;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server's own identity at Google ("How Application Default Credentials works"): the file that {@code GOOGLE_APPLICATION_CREDENTIALS}
 * names, the one that {@code gcloud auth application-default login} left, else the machine's service account. Files of service accounts and of users
 * are understood, those of federated identities are not.
 */
final class ApplicationDefault implements GcsIdentity {

    private final Map<String, String> environment;
    private final Path home;
    private final GuardedHttp own;
    private final GuardedHttp guarded;
    private @Nullable GcsIdentity found;

    /**
     * {@code own} goes where the operator's environment and files say, past the guard; {@code guarded} asks Google to sign for identities
     * without a key.
     */
    ApplicationDefault(Map<String, String> environment, Path home, GuardedHttp own, GuardedHttp guarded) {
        this.environment = environment;
        this.home = home;
        this.own = own;
        this.guarded = guarded;
    }

    @Override
    public AccessToken token() throws ObjectUnavailableException {
        return identity().token();
    }

    @Override
    public String email() throws ObjectUnavailableException {
        return identity().email();
    }

    @Override
    public byte[] sign(byte[] text) throws ObjectUnavailableException {
        return identity().sign(text);
    }

    private synchronized GcsIdentity identity() throws ObjectUnavailableException {
        var identity = found;
        if (identity == null) {
            identity = search();
            found = identity;
        }
        return identity;
    }

    private GcsIdentity search() throws ObjectUnavailableException {
        var file = file();
        if (file.isEmpty()) {
            return new MachineAccount(environment.getOrDefault("GCE_METADATA_HOST", "169.254.169.254"), own, guarded);
        }
        try {
            var json = Files.readString(file.get());
            var fields = JsonText.parse(json.getBytes(StandardCharsets.UTF_8));
            return switch (fields.text("type")) {
                case "service_account" -> new ServiceAccount(ServiceAccountFile.parse(new Secret(json)), own);
                case "authorized_user" -> new GoogleUser(fields, own);
                default -> throw unusable("is of a kind that is not understood: use the key of a service account.");
            };
        } catch (IOException | IllegalArgumentException e) {
            throw unusable("cannot be read.");
        }
    }

    private Optional<Path> file() {
        var named = environment.get("GOOGLE_APPLICATION_CREDENTIALS");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        var left = home.resolve(".config/gcloud/application_default_credentials.json");
        return Files.exists(left) ? Optional.of(left) : Optional.empty();
    }

    private static ObjectUnavailableException unusable(String why) {
        return StorageFailures.failure(
                FailureCode.STORAGE_CREDENTIALS_REFUSED, "The server's file of application default credentials " + why);
    }
}
