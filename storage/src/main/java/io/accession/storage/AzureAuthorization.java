package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;

/** What lets a request to Azure in. Safe for use by many threads. */
sealed interface AzureAuthorization {

    /** Adds what is needed, as the last thing before the request is sent. */
    void authorize(AzureRequest request) throws ObjectUnavailableException;

    record SharedKey(AzureKeySignature signature) implements AzureAuthorization {
        @Override
        public void authorize(AzureRequest request) {
            request.header("authorization", signature.authorization(request));
        }
    }

    /** A signature that was handed to us goes with every request as it is. */
    record Signed(String token) implements AzureAuthorization {
        @Override
        public void authorize(AzureRequest request) {
            request.rawQuery(token);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record Bearer(AccessToken.Source tokens) implements AzureAuthorization {
        @Override
        public void authorize(AzureRequest request) throws ObjectUnavailableException {
            request.header("authorization", "Bearer " + tokens.token().value());
        }
    }
}
