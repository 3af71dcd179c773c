package io.accession.core.integration;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** How an integration of Google Cloud Storage gets in. */
public sealed interface GcsCredentials {

    /**
     * The key of a service account.
     *
     * @param privateKey RSA, PKCS #8 in PEM
     * @param tokenUri where tokens are fetched with it
     */
    record ServiceAccountKey(String email, String keyId, Secret privateKey, String tokenUri) implements GcsCredentials {
        public ServiceAccountKey {
            if (!email.matches("[!-~]+@[!-~]+")) {
                throw new IllegalArgumentException("The key's client_email is not the address of a service account.");
            }
            rsaKey(privateKey);
            if (!tokenUri.startsWith("https://") && !tokenUri.startsWith("http://")) {
                throw new IllegalArgumentException("The key's token_uri is not a web address.");
            }
        }

        public PrivateKey rsaKey() {
            return rsaKey(privateKey);
        }

        private static PrivateKey rsaKey(Secret pem) {
            var base64 = pem.value().replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
            try {
                var encoded = Base64.getMimeDecoder().decode(base64);
                return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // without its cause, which may quote the key
                throw new IllegalArgumentException("The key's private_key is not an RSA key in PEM.");
            }
        }
    }

    /** The server's own: application default credentials. For organisation administrators only. */
    record ApplicationDefault() implements GcsCredentials {}
}
