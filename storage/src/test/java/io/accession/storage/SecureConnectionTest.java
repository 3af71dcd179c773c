package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.HttpTimeouts;
import io.accession.storage.http.OutboundGuard;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Connections go to a checked address, but their certificate has to be that of the name. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class SecureConnectionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private TroubledServer server;
    private SSLSocketFactory trusting;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        var context = context(certificateFor("files.example", directory.resolve("server.p12")));
        trusting = context.getSocketFactory();
        server = TroubledServer.startSecure(context.getServerSocketFactory());
        server.answers("/k", Trouble.none(new byte[] {1, 2, 3}));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theCertificateOfTheNameIsAccepted() throws Exception {
        assertThat(read("files.example", trusting)).containsExactly(2, 3);
    }

    @Test
    void theCertificateOfAnotherNameIsNot() {
        assertNotSecure("other.example", trusting);
    }

    @Test
    void theCertificateOfNobodyIsNot() {
        assertNotSecure("files.example", (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private void assertNotSecure(String host, SSLSocketFactory tls) {
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> read(host, tls))
                .withMessageContaining("secure")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_UNREACHABLE));
    }

    private byte[] read(String host, SSLSocketFactory tls) throws ObjectUnavailableException {
        var here = new OutboundGuard(Set::of, _ -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        try (var stores = new OpenedStores(here, HttpTimeouts.DEFAULT, tls)) {
            var object = Given.web("https://" + host + ":" + server.port() + "/k");
            return stores.open(Given.direct()).read(object, 1, 2).bytes();
        }
    }

    private static Path certificateFor(String host, Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host);
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        return file;
    }

    private static SSLContext context(Path file) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
