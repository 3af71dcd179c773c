package io.accession.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts credentials at rest (AES-256-GCM). What was sealed for one integration opens for no other: the integration's id is the
 * associated data. Safe for use by many threads.
 */
public final class CredentialVault {

    private static final int DERIVED_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Aead aead;
    private final byte[] keyset;

    private CredentialVault(Aead aead, byte[] keyset) {
        this.aead = aead;
        this.keyset = keyset;
    }

    /**
     * The vault whose key is in that file, which only its owner may read. When there is none, a new key is made: whoever loses the file loses
     * the credentials. Processes that start at once agree on one key.
     */
    public static CredentialVault inFile(Path keyFile) throws IOException {
        if (!Files.exists(keyFile)) {
            create(keyFile);
        }
        requireOwnerOnly(keyFile);
        return ofKeyset(Files.readString(keyFile));
    }

    /** The vault of a configured key: a Tink keyset in JSON, as {@link #inFile} writes it. */
    public static CredentialVault ofKeyset(String keyset) {
        try {
            AeadConfig.register();
            var handle = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
            return new CredentialVault(
                    handle.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    keyset.strip().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key that credentials are encrypted with cannot be read.", e);
        }
    }

    /** A key of 32 bytes that only holders of this vault's key can make, another one for each purpose (HKDF with SHA-256). */
    public SecretKey keyFor(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(keyset)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), DERIVED_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF with SHA-256", e);
        }
    }

    public byte[] seal(byte[] plain, byte[] associatedData) {
        try {
            return aead.encrypt(plain, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Credentials cannot be encrypted.", e);
        }
    }

    /**
     * What was sealed with the same key and associated data.
     *
     * @throws CredentialsUnreadable when this was sealed with another key, for something else, or was changed
     */
    public byte[] open(byte[] sealed, byte[] associatedData) throws CredentialsUnreadable {
        try {
            return aead.decrypt(sealed, associatedData);
        } catch (GeneralSecurityException e) {
            throw new CredentialsUnreadable();
        }
    }

    /** The stored credentials were not sealed by this vault for this integration. */
    public static final class CredentialsUnreadable extends Exception {
        CredentialsUnreadable() {
            super(
                    "The stored credentials were encrypted with another key or were changed. Enter them again, or bring the key file back.");
        }
    }

    // Written aside and linked into place, so that nobody ever sees half a key and the first of several wins.
    private static void create(Path keyFile) throws IOException {
        var directory = keyFile.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("The key file has to be in a directory.");
        }
        Files.createDirectories(directory);
        var fresh = Files.createTempFile(directory, ".key-", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(fresh, newKeyset());
            Files.createLink(keyFile, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its key is everybody's.
        } finally {
            Files.delete(fresh);
        }
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made.", e);
        }
    }

    private static void requireOwnerOnly(Path keyFile) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(keyFile))) {
            throw new IOException(
                    "The key file " + keyFile + " can be read by others than its owner; change that with chmod 600.");
        }
    }
}
