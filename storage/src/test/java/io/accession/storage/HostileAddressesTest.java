package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.OutboundGuard;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One battery for every client: whatever a URL, an endpoint, a name or a redirect says, nothing reaches what only this machine can. */
class HostileAddressesTest {

    private static final List<String> FOR_NOBODY = List.of(
            "169.254.169.254",
            "[fd00:ec2::254]",
            "100.100.100.200",
            "metadata.google.internal",
            "[::ffff:169.254.169.254]",
            "0.0.0.0",
            "[::]",
            "224.0.0.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1");
    private static final List<String> FOR_THOSE_WHO_MAY = List.of(
            "127.0.0.1",
            "localhost",
            "localhost.",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "10.1.2.3",
            "192.168.0.1",
            "172.20.0.1",
            "100.64.0.1",
            "[fd12::1]");

    private final TroubledServer server = TroubledServer.start();
    private final AtomicInteger lookups = new AtomicInteger();
    private final OpenedStores stores = Given.stores(new OutboundGuard(Set::of, this::resolve));

    /** How each kind of client comes to ask a host. */
    enum Client {
        WEB {
            @Override
            StorageIntegration integration(String origin, boolean allowPrivateNetwork) {
                return Given.integration(new IntegrationSettings.Direct(), allowPrivateNetwork);
            }

            @Override
            ObjectLocation object(String origin, StorageIntegration integration) {
                return Given.web(origin + "/fleet/k");
            }
        },
        S3 {
            @Override
            StorageIntegration integration(String origin, boolean allowPrivateNetwork) {
                return Given.integration(
                        new IntegrationSettings.S3(null, null, origin, true, Given.KEYS), allowPrivateNetwork);
            }

            @Override
            ObjectLocation object(String origin, StorageIntegration integration) {
                return Given.located("s3://fleet/k", integration.addressing());
            }
        },
        AZURE {
            @Override
            StorageIntegration integration(String origin, boolean allowPrivateNetwork) {
                return TroubledAzureTest.integration(origin, allowPrivateNetwork);
            }

            @Override
            ObjectLocation object(String origin, StorageIntegration integration) {
                return Given.located(origin + "/fleet/k", integration.addressing());
            }
        },
        GCS {
            @Override
            StorageIntegration integration(String origin, boolean allowPrivateNetwork) {
                return TroubledGcsTest.integration(origin, origin + "/token", allowPrivateNetwork);
            }

            @Override
            ObjectLocation object(String origin, StorageIntegration integration) {
                return Given.located("gs://fleet/k", integration.addressing());
            }

            @Override
            String path() {
                return "/storage/v1/b/fleet/o/k";
            }
        };

        String path() {
            return "/fleet/k";
        }

        abstract StorageIntegration integration(String origin, boolean allowPrivateNetwork);

        abstract ObjectLocation object(String origin, StorageIntegration integration);
    }

    @BeforeEach
    void giveTokens() {
        server.answers("/token", Trouble.none(TroubledGcsTest.TOKEN.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void close() {
        stores.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForNobodyIsNotReachedByAnyIntegration(Client client) {
        for (String host : FOR_NOBODY) {
            assertRefused(client, host, false);
            assertRefused(client, host, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void privateAddressesAreNotReachedByIntegrationsThatMayNot(Client client) {
        for (String host : FOR_THOSE_WHO_MAY) {
            assertRefused(client, host, false);
        }
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void privateAddressesAreReachedByIntegrationsThatMay(Client client) throws Exception {
        server.answers(client.path(), Trouble.none(new byte[] {42}));

        assertThat(read(client, "127.0.0.1", true)).containsExactly(42);
        assertThat(read(client, "localhost", true)).containsExactly(42);
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnPortsAreNotReachedByAnyIntegration(Client client) {
        try (var own = Given.stores(new OutboundGuard(() -> Set.of(server.port())))) {
            String origin = origin("127.0.0.1");
            var integration = client.integration(origin, true);

            assertThatExceptionOfType(ObjectUnavailableException.class)
                    .isThrownBy(() -> own.open(integration).read(client.object(origin, integration), 0, 1))
                    .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.ADDRESS_REFUSED));
        }
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatLeadsInsideIsNotFollowed(Client client) {
        assertRefused(client, "inside.example", false);
        assertRefused(client, "metadata.example", true);
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsLookedUpOncePerConnectionSoThatItCannotChangeItsMind(Client client) throws Exception {
        server.answers(client.path(), Trouble.none(new byte[] {42}));

        // The first answer is harmless, every later one would be refused.
        assertThat(read(client, "rebinding.example", true)).containsExactly(42);

        assertThat(lookups).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRedirectInsideIsNotFollowed(Client client) {
        for (String target :
                List.of("http://169.254.169.254/latest/meta-data/", "http://metadata.example/", "http://2130706433/")) {
            int before = asked(client);
            server.answers(client.path(), Trouble.redirect(target));

            assertThatExceptionOfType(ObjectUnavailableException.class)
                    .as(target)
                    .isThrownBy(() -> read(client, "127.0.0.1", true));

            assertThat(asked(client)).isEqualTo(before + 1);
        }
    }

    private int asked(Client client) {
        return (int) server.asked().stream()
                .filter(asked -> asked.target().startsWith(client.path()))
                .count();
    }

    private byte[] read(Client client, String host, boolean allowPrivateNetwork) throws ObjectUnavailableException {
        String origin = origin(host);
        var integration = client.integration(origin, allowPrivateNetwork);
        return stores.open(integration)
                .read(client.object(origin, integration), 0, 1)
                .bytes();
    }

    private void assertRefused(Client client, String host, boolean allowPrivateNetwork) {
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .as(client + " " + host)
                .isThrownBy(() -> read(client, host, allowPrivateNetwork))
                .satisfies(e ->
                        assertThat(e.failure().code()).as(client + " " + host).isEqualTo(FailureCode.ADDRESS_REFUSED));
    }

    private String origin(String host) {
        return "http://" + host + ":" + server.port();
    }

    private InetAddress[] resolve(String host) throws java.io.IOException {
        return switch (host) {
            case "inside.example" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
            case "metadata.example" -> new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
            case "rebinding.example" ->
                new InetAddress[] {
                    InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
                };
            default -> InetAddress.getAllByName(host);
        };
    }
}
