package io.accession.storage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {

    private final OutboundGuard guard = new OutboundGuard(() -> Set.of(7171));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "localhost",
                "localhost.",
                "LOCALHOST",
                "[::1]",
                "::1",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "[fc00::1]",
                "[fdff::1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::10.0.0.1]",
                "[2002:7f00:1::]",
                "[2002:a00:1::1]",
                "[2a00::5efe:127.0.0.1]",
                "[::ffff:0:10.0.0.1]"
            })
    void privateAddressesAreForThoseWhoMay(String host) throws IOException {
        assertRefused(host, 80, false);

        assertThat(guard.admit(host, 80, true)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "[fd00:ec2::254]",
                "100.100.100.200",
                "metadata.google.internal",
                "METADATA.google.internal.",
                "168.63.129.16",
                "192.0.0.192",
                "[fe80::1]",
                "[::ffff:169.254.169.254]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::]",
                "0.0.0.0",
                "[::]",
                "0.1.2.3",
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "240.0.0.1",
                "[ff02::1]",
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.1",
                "198.18.0.1",
                "[2001:db8::1]",
                "[2001::1]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[fec0::1]",
                "[fd20:ce::254]",
                "[fe80::1%1]"
            })
    void someAddressesAreForNobody(String host) {
        assertRefused(host, 80, false);
        assertRefused(host, 80, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "017700000001",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "127.0.0.01",
                "127.0.0.1.1",
                "1.2.3.256",
                "0x7F.0.0.1.",
                "example.1",
                "0"
            })
    void numbersInOddSpellingsAreRefusedWhateverTheyMean(String host) {
        assertRefused(host, 80, false);
        assertRefused(host, 80, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "[2606:4700::1111]",
                "[64:ff9b::8.8.8.8]",
                "100.128.0.1",
                "172.32.0.1",
                "11.0.0.1",
                "169.253.0.1"
            })
    void publicAddressesAreForEverybody(String host) throws IOException {
        assertThat(guard.admit(host, 443, false)).hasSize(1);
    }

    @Test
    void ourOwnPortsAreForNobody() throws IOException {
        assertRefused("127.0.0.1", 7171, true);
        assertRefused("localhost", 7171, true);
        assertRefused(InetAddress.getLocalHost().getHostAddress(), 7171, true);

        assertThat(guard.admit("127.0.0.1", 7172, true)).isNotEmpty();
        assertThat(guard.admit("8.8.8.8", 7171, false)).isNotEmpty();
    }

    @Test
    void oneBadAddressOfANameIsEnough() {
        var mixed = new OutboundGuard(Set::of, _ ->
                new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("169.254.169.254")});

        assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> mixed.admit("innocent.example", 80, true));
    }

    @Test
    void aNameThatNobodyKnowsIsNotRefusedButUnknown() {
        var empty = new OutboundGuard(Set::of, host -> {
            throw new UnknownHostException(host);
        });

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> empty.admit("nowhere.example", 80, false));
    }

    private void assertRefused(String host, int port, boolean allowPrivateNetwork) {
        assertThatExceptionOfType(AddressRefused.class)
                .as(host)
                .isThrownBy(() -> guard.admit(host, port, allowPrivateNetwork));
    }
}
