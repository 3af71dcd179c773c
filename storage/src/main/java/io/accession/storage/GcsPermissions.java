package io.accession.storage;

import io.accession.core.integration.GcsCredentials;

/** The permissions of Cloud Storage, and the account that gets a role with them. */
record GcsPermissions(GcsCredentials credentials) implements Permissions {

    @Override
    public String needed(Attempt attempt, String bucket) {
        return switch (attempt) {
            case LIST -> "storage.objects.list (role Storage Object Viewer) on bucket " + bucket;
            case READ -> "storage.objects.get (role Storage Object Viewer) on bucket " + bucket;
            case WRITE ->
                "storage.objects.create, and to replace objects storage.objects.delete (role Storage Object User), on"
                        + " bucket "
                        + bucket;
            case DELETE -> "storage.objects.delete (role Storage Object User) on bucket " + bucket;
            case SIGN ->
                "iam.serviceAccounts.signBlob (role Service Account Token Creator) on the service account itself";
        };
    }

    @Override
    public String holder() {
        return switch (credentials) {
            case GcsCredentials.ServiceAccountKey key -> "the service account " + key.email();
            case GcsCredentials.ApplicationDefault _ -> "the server's own identity";
        };
    }
}
