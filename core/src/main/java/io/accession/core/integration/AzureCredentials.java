package io.accession.core.integration;

import java.util.Base64;

/** How an Azure integration gets in. */
public sealed interface AzureCredentials {

    /** One of the two keys of the storage account: may do everything, and signs URLs. */
    record AccountKey(Secret key) implements AzureCredentials {
        public AccountKey {
            try {
                if (Base64.getDecoder().decode(key.value()).length == 0) {
                    throw new IllegalArgumentException();
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "An account key is a text in base64, as the Azure portal shows it.", e);
            }
        }
    }

    /** A shared access signature: the part of a URL behind the question mark, which may do what it says until it expires. */
    record SharedAccessSignature(Secret token) implements AzureCredentials {
        public SharedAccessSignature {
            token = new Secret(withoutQuestionMark(token.value()));
            if (!token.value().matches("[!-~]*\\bsig=[!-~]+") || !token.value().contains("sv=")) {
                throw new IllegalArgumentException(
                        "A shared access signature is what stands behind the question mark of its URL: sv=…&sig=….");
            }
        }

        private static String withoutQuestionMark(String token) {
            return token.substring(token.indexOf('?') + 1);
        }
    }

    /** An application of the customer's tenant, with roles on the account or the container. */
    record ServicePrincipal(String tenantId, String clientId, Secret clientSecret) implements AzureCredentials {
        public ServicePrincipal {
            if (!tenantId.matches("[A-Za-z0-9.-]{1,253}") || !clientId.matches("[A-Za-z0-9-]{1,64}")) {
                throw new IllegalArgumentException(
                        "A service principal is named by its tenant's id and its client id.");
            }
            if (clientSecret.value().isBlank()) {
                throw new IllegalArgumentException("A service principal needs a client secret.");
            }
        }
    }

    /**
     * The server's own: its environment, a federated token, or the machine's managed identity. For organisation administrators only.
     */
    record DefaultChain() implements AzureCredentials {}
}
