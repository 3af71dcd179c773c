package io.accession.storage.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Decides where requests that customers cause may go. Object URLs are hostile input: whoever writes one must not be able to read what
 * only this machine can reach. Names are resolved here and the answer is what gets connected to, so that a name cannot
 * mean something else a moment later. Safe for use by many threads.
 */
public final class OutboundGuard {

    /** Turns a name into addresses; {@code InetAddress::getAllByName} outside of tests. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws IOException;
    }

    // These names are metadata services whatever they resolve to.
    private static final Set<String> METADATA_NAMES = Set.of(
            "metadata.google.internal", "metadata.goog", "metadata", "instance-data", "instance-data.ec2.internal");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private final Supplier<Set<Integer>> ownPorts;
    private final Resolver resolver;

    /** {@code ownPorts} are those this server listens on at the moment. */
    public OutboundGuard(Supplier<Set<Integer>> ownPorts) {
        this(ownPorts, InetAddress::getAllByName);
    }

    public OutboundGuard(Supplier<Set<Integer>> ownPorts, Resolver resolver) {
        this.ownPorts = ownPorts;
        this.resolver = resolver;
    }

    /**
     * The addresses that may be connected to for this host and port. One refused address refuses the host.
     *
     * @throws AddressRefused when the request must not go out
     * @throws IOException when the name is not known
     */
    public List<InetAddress> admit(String host, int port, boolean allowPrivateNetwork) throws IOException {
        String name = canonical(host);
        if (METADATA_NAMES.contains(name)) {
            throw new AddressRefused("The host " + name + " is a cloud's metadata service and is never read.");
        }
        var addresses = List.of(resolver.resolve(name));
        for (InetAddress address : addresses) {
            requireAllowed(name, address, port, allowPrivateNetwork);
        }
        return addresses;
    }

    private void requireAllowed(String name, InetAddress address, int port, boolean allowPrivateNetwork)
            throws AddressRefused {
        switch (Reach.of(address)) {
            case FORBIDDEN ->
                throw new AddressRefused("The host " + name
                        + " leads to an address that is never read (link-local, metadata, multicast or reserved).");
            case PRIVATE -> {
                if (!allowPrivateNetwork) {
                    throw new AddressRefused(
                            "The host " + name
                                    + " leads to this machine or a private network, and the storage integration may not go there.");
                }
            }
            case PUBLIC -> {}
        }
        if (ownPorts.get().contains(port) && isThisMachine(address)) {
            throw new AddressRefused("The host " + name + " with port " + port + " is this server itself.");
        }
    }

    /** Lower case, no brackets, no trailing dot; numbers only as the four that everybody reads alike. */
    private static String canonical(String host) throws AddressRefused {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
            if (name.indexOf('%') >= 0) {
                throw new AddressRefused("The host names a network interface, which is never followed.");
            }
        }
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        boolean versionSix = name.indexOf(':') >= 0; // IPv6, which is read one way only
        if (!versionSix
                && ENDS_IN_NUMBER.matcher(name).matches()
                && !IPV4.matcher(name).matches()) {
            throw new AddressRefused("The host " + name
                    + " is an address in an unusual spelling; write it as four numbers from 0 to 255.");
        }
        return name;
    }

    private static boolean isThisMachine(InetAddress address) throws AddressRefused {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            throw new AddressRefused("This machine's own addresses cannot be told from others at the moment.");
        }
    }
}
