package io.accession.storage;

import io.accession.core.integration.AzureCredentials;

/** The letters of a shared access signature, or the roles of whom a token stands for. */
record AzurePermissions(AzureCredentials credentials) implements Permissions {

    @Override
    public String needed(Attempt attempt, String bucket) {
        String container = " on container " + bucket;
        if (credentials instanceof AzureCredentials.SharedAccessSignature) {
            return switch (attempt) {
                case LIST -> "l (list)" + container;
                case READ -> "r (read)" + container;
                case WRITE -> "w (write)" + container;
                case DELETE -> "d (delete)" + container;
                case SIGN -> "another kind of credential, which can sign single objects,";
            };
        }
        return switch (attempt) {
            case LIST, READ -> "the role Storage Blob Data Reader" + container;
            case WRITE, DELETE -> "the role Storage Blob Data Contributor" + container;
            case SIGN -> "the role Storage Blob Delegator on the storage account";
        };
    }

    @Override
    public String holder() {
        return switch (credentials) {
            case AzureCredentials.SharedAccessSignature _ -> "a new shared access signature";
            case AzureCredentials.AccountKey _ -> "the network rules of the storage account";
            case AzureCredentials.ServicePrincipal(var _, var clientId, var _) -> "the service principal " + clientId;
            case AzureCredentials.DefaultChain _ -> "the server's own identity";
        };
    }
}
