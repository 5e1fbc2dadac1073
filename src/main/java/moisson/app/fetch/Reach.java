package moisson.app.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Where an address leads: to the public internet, into a private network, or where no feed can be. */
enum Reach {
    PUBLIC,
    PRIVATE,
    NEVER;

    private static final int IPV4 = 4;

    /** Cloud metadata services hand out credentials to whoever asks from the machine itself; some have public addresses. */
    private static final List<Range> METADATA = ranges(
            "169.254.169.254/32",
            "169.254.170.2/32",
            "169.254.170.23/32",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "192.0.0.192/32",
            "fd00:ec2::/32");

    /** Unspecified, multicast, reserved and broadcast: nothing answers there, or too many do. */
    private static final List<Range> NOBODY = ranges("0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "::/128", "ff00::/8");

    /** The special-purpose registries of IANA for IPv4 (RFC 6890), and what is not global unicast in IPv6. */
    private static final List<Range> INSIDE = ranges(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "::1/128",
            "64:ff9b:1::/48",
            "2001:db8::/32",
            "3fff::/20",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10");

    /** IPv6 prefixes after which an IPv4 address stands: mapped, compatible, translated (RFC 6052) and 6to4. */
    private static final List<Range> WRAPPING =
            ranges("::ffff:0:0/96", "::ffff:0:0:0/96", "::/96", "64:ff9b::/96", "2002::/16");

    private static final Range SIX_TO_FOUR = Range.of("2002::/16");
    private static final Range TEREDO = Range.of("2001::/32");
    private static final Range GLOBAL = Range.of("2000::/3");

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (in(METADATA, bytes) || in(NOBODY, bytes)) {
            return NEVER;
        }
        if (in(INSIDE, bytes)) {
            return PRIVATE;
        }
        return bytes.length == IPV4 ? PUBLIC : ofVersion6(bytes);
    }

    private static Reach ofVersion6(byte[] bytes) {
        if (in(WRAPPING, bytes)) {
            int from = SIX_TO_FOUR.holds(bytes) ? 2 : bytes.length - IPV4;
            return of(address(Arrays.copyOfRange(bytes, from, from + IPV4)));
        }
        // A tunnel hides who is at its end.
        if (TEREDO.holds(bytes)) {
            return NEVER;
        }
        // ISATAP (RFC 5214) carries an IPv4 address after 00-00-5E-FE.
        if ((bytes[8] & 0xFD) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == (byte) 0xFE) {
            return of(address(Arrays.copyOfRange(bytes, bytes.length - IPV4, bytes.length)));
        }
        return GLOBAL.holds(bytes) ? PUBLIC : PRIVATE;
    }

    private static boolean in(List<Range> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    private static List<Range> ranges(String... ranges) {
        return Arrays.stream(ranges).map(Range::of).toList();
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Addresses that share their first bits.
     *
     * @param length of the addresses, in bytes
     * @param ignored how many bits at the end do not matter
     */
    private record Range(BigInteger start, int length, int ignored) {
        static Range of(String written) {
            int slash = written.indexOf('/');
            byte[] bytes = version(written.substring(0, slash));
            int ignored = bytes.length * Byte.SIZE - Integer.parseInt(written.substring(slash + 1));
            return new Range(new BigInteger(1, bytes).shiftRight(ignored), bytes.length, ignored);
        }

        boolean holds(byte[] address) {
            return address.length == length
                    && new BigInteger(1, address).shiftRight(ignored).equals(start);
        }

        /** Java turns a mapped address into IPv4 at once: it is written out here. */
        private static byte[] version(String literal) {
            try {
                byte[] bytes = InetAddress.getByName(literal).getAddress();
                if (literal.contains(":") && bytes.length == IPV4) {
                    byte[] mapped = new byte[16];
                    mapped[10] = (byte) 0xFF;
                    mapped[11] = (byte) 0xFF;
                    System.arraycopy(bytes, 0, mapped, 12, IPV4);
                    return mapped;
                }
                return bytes;
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }
    }
}
