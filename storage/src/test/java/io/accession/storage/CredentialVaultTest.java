package io.accession.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accession.storage.CredentialVault.CredentialsUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialVaultTest {

    @TempDir
    Path directory;

    @Test
    void whatIsSealedOpensAfterARestart() throws Exception {
        var file = directory.resolve("keys/vault.json");
        byte[] sealed = CredentialVault.inFile(file).seal("secret".getBytes(UTF_8), "one".getBytes(UTF_8));

        byte[] opened = CredentialVault.inFile(file).open(sealed, "one".getBytes(UTF_8));

        assertThat(opened).asString().isEqualTo("secret");
        assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatIsSealedForOneIntegrationOpensForNoOther() throws Exception {
        var vault = CredentialVault.inFile(directory.resolve("vault.json"));
        byte[] sealed = vault.seal("secret".getBytes(UTF_8), "one".getBytes(UTF_8));

        assertThatExceptionOfType(CredentialsUnreadable.class)
                .isThrownBy(() -> vault.open(sealed, "two".getBytes(UTF_8)));
    }

    @Test
    void whoeverHasTheKeyFileMakesTheSameKeysForEachPurpose() throws Exception {
        var vault = CredentialVault.inFile(directory.resolve("vault.json"));
        var again = CredentialVault.ofKeyset(Files.readString(directory.resolve("vault.json")) + "\n");
        var other = CredentialVault.inFile(directory.resolve("other.json"));

        assertThat(again.keyFor("a").getEncoded())
                .hasSize(32)
                .isEqualTo(vault.keyFor("a").getEncoded())
                .isNotEqualTo(vault.keyFor("b").getEncoded())
                .isNotEqualTo(other.keyFor("a").getEncoded());
    }

    @Test
    void whatWasChangedOrSealedElsewhereDoesNotOpen() throws Exception {
        var vault = CredentialVault.inFile(directory.resolve("vault.json"));
        var other = CredentialVault.inFile(directory.resolve("other.json"));
        byte[] sealed = vault.seal("secret".getBytes(UTF_8), new byte[0]);

        assertThatExceptionOfType(CredentialsUnreadable.class).isThrownBy(() -> other.open(sealed, new byte[0]));
        sealed[sealed.length - 1] ^= 1;
        assertThatExceptionOfType(CredentialsUnreadable.class).isThrownBy(() -> vault.open(sealed, new byte[0]));
        assertThatExceptionOfType(CredentialsUnreadable.class).isThrownBy(() -> vault.open(new byte[0], new byte[0]));
    }

    @Test
    void aKeyThatOthersCanReadIsNotUsed() throws Exception {
        var file = directory.resolve("vault.json");
        CredentialVault.inFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> CredentialVault.inFile(file))
                .withMessageContaining("chmod 600");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CredentialVault.ofKeyset("{}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CredentialVault.ofKeyset("secret"))
                .withMessageNotContaining("secret");
    }
}
