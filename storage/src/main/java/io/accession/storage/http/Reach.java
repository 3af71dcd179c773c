package io.accession.storage.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where an address leads, after IANA's registries of special-purpose addresses. IPv6 addresses that carry an IPv4 address lead where
 * that one does.
 */
enum Reach {
    PUBLIC,
    /** This machine and private networks: for integrations that may. */
    PRIVATE,
    /** Nobody's: link-local (where clouds keep their metadata), multicast, reserved. */
    FORBIDDEN;

    private record Block(InetAddress network, int bits, Reach reach) {}

    private static final List<Block> BLOCKS = List.of(
            // Metadata services outside link-local; they win over the private blocks they are in.
            block("100.100.100.200", 32, FORBIDDEN),
            block("168.63.129.16", 32, FORBIDDEN),
            block("192.0.0.192", 32, FORBIDDEN),
            block("fd00:ec2::", 32, FORBIDDEN),
            block("fd20:ce::254", 128, FORBIDDEN),
            block("10.0.0.0", 8, PRIVATE),
            block("100.64.0.0", 10, PRIVATE),
            block("127.0.0.0", 8, PRIVATE),
            block("172.16.0.0", 12, PRIVATE),
            block("192.168.0.0", 16, PRIVATE),
            block("0.0.0.0", 8, FORBIDDEN),
            block("169.254.0.0", 16, FORBIDDEN),
            block("192.0.0.0", 24, FORBIDDEN),
            block("192.0.2.0", 24, FORBIDDEN),
            block("192.88.99.0", 24, FORBIDDEN),
            block("198.18.0.0", 15, FORBIDDEN),
            block("198.51.100.0", 24, FORBIDDEN),
            block("203.0.113.0", 24, FORBIDDEN),
            block("224.0.0.0", 3, FORBIDDEN),
            block("::1", 128, PRIVATE),
            block("fc00::", 7, PRIVATE),
            block("2001:db8::", 32, FORBIDDEN),
            block("2001::", 23, FORBIDDEN),
            block("3fff::", 20, FORBIDDEN),
            block("2000::", 3, PUBLIC));

    static Reach of(InetAddress address) {
        byte[] bytes = carried(address.getAddress()).orElse(address.getAddress());
        for (Block block : BLOCKS) {
            if (isWithin(bytes, block)) {
                return block.reach();
            }
        }
        return bytes.length == 4 ? PUBLIC : FORBIDDEN;
    }

    /** The IPv4 address inside a mapped, compatible, translated (RFC 6052), 6to4 or ISATAP address. */
    private static Optional<byte[]> carried(byte[] ip) {
        if (ip.length == 4) {
            return Optional.empty();
        }
        boolean compatible = isZero(ip, 0, 12) && !(isZero(ip, 12, 15) && (ip[15] == 0 || ip[15] == 1));
        boolean mapped = isZero(ip, 0, 10) && ip[10] == -1 && ip[11] == -1;
        boolean translatedMapped = isZero(ip, 0, 8) && ip[8] == -1 && ip[9] == -1 && isZero(ip, 10, 12);
        boolean translated = ip[0] == 0 && ip[1] == 0x64 && ip[2] == -1 && ip[3] == (byte) 0x9b && isZero(ip, 4, 12);
        boolean isatap = (ip[8] & 0xFD) == 0 && ip[9] == 0 && ip[10] == 0x5e && ip[11] == (byte) 0xfe;
        if (compatible || mapped || translatedMapped || translated || isatap) {
            return Optional.of(new byte[] {ip[12], ip[13], ip[14], ip[15]});
        }
        boolean sixToFour = ip[0] == 0x20 && ip[1] == 0x02;
        return sixToFour ? Optional.of(new byte[] {ip[2], ip[3], ip[4], ip[5]}) : Optional.empty();
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(byte[] address, Block block) {
        byte[] network = block.network().getAddress();
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < block.bits(); bit++) {
            int mask = 0x80 >>> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Block block(String network, int bits, Reach reach) {
        return new Block(InetAddress.ofLiteral(network), bits, reach);
    }
}
