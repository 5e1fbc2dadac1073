package moisson.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Who really asks when a reverse proxy stands before us. Only proxies that were named are believed, and of what they hand
 * on only the last address that is not one of them: whatever stands before it was said by whoever asks ({@code
 * X-Forwarded-For}; {@code Forwarded}, RFC 7239).
 */
public final class Proxies {
    /** A reverse proxy on this machine. */
    public static final List<String> USUAL = List.of("127.0.0.1", "::1");

    /** Written as numbers: a name would be looked up. */
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|[;,])\\s*for\\s*=\\s*(?:\"([^\"]*)\"|([^\";,\\s]*))");
    private static final Pattern PORT = Pattern.compile("^\\[([^]]*)](?::\\w*)?$|^([^:]*):\\w*$");
    private static final int LONGEST = 64;

    private final InetAddressSet trusted = new InetAddressSet();

    /**
     * Those whose word counts.
     *
     * @param addresses single ones, or ranges such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException for what is none
     */
    public Proxies(List<String> addresses) {
        for (String address : addresses) {
            if (!NUMBERS.matcher(address.replaceFirst("/\\d{1,3}$", "")).matches()) {
                throw new IllegalArgumentException(address);
            }
            trusted.add(address);
        }
    }

    /**
     * A list with commas, checked.
     *
     * @throws IllegalArgumentException for what is none
     */
    public static List<String> addresses(String list) {
        List<String> addresses = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        return new Proxies(addresses).trusted.stream().sorted().toList();
    }

    /** The same request, from whom it really comes. */
    HttpServletRequest seen(HttpServletRequest request) {
        if (!trusted(request.getRemoteAddr())) {
            return request;
        }
        String client = client(request);
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRemoteAddr() {
                return client;
            }
        };
    }

    private String client(HttpServletRequest request) {
        String proxy = request.getRemoteAddr();
        String plain = last(values(request, "X-Forwarded-For", header -> header), proxy);
        String standard = last(values(request, "Forwarded", Proxies::standard), proxy);
        if (plain.equals(proxy)) {
            return standard;
        }
        // A proxy that sets one of them hands the other on as it came: when they differ, either may be a lie.
        return standard.equals(proxy) || standard.equals(plain) ? plain : proxy;
    }

    private static List<String> values(HttpServletRequest request, String name, UnaryOperator<String> read) {
        return Collections.list(request.getHeaders(name)).stream()
                .map(read)
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The parameters {@code for} of a header, as the other header has them. */
    private static String standard(String header) {
        Matcher each = FOR.matcher(header);
        return String.join(
                ",",
                Stream.iterate(each.find(), found -> found, found -> each.find())
                        .map(found -> each.group(1) == null ? each.group(2) : each.group(1))
                        .toList());
    }

    private String last(List<String> addresses, String otherwise) {
        for (String address : addresses.reversed()) {
            Matcher port = PORT.matcher(address);
            String bare = port.matches() ? (port.group(1) == null ? port.group(2) : port.group(1)) : address;
            if (!trusted(bare)) {
                return bare.length() > LONGEST ? otherwise : bare;
            }
        }
        return otherwise;
    }

    private boolean trusted(String address) {
        String bare = address.replaceAll("[\\[\\]]", "");
        try {
            return NUMBERS.matcher(bare).matches() && trusted.test(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
