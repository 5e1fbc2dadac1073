package moisson.app.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the addresses of a host when all of them may be asked. The client connects to what it is given here, at each
 * new connection and each redirect: a name that changes its answer between a check and a connection gains nothing.
 *
 * @param privateAllowed whether a private network may be asked too
 */
record GuardedNames(DnsResolver names, boolean privateAllowed) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        List<Reach> met = new ArrayList<>();
        for (InetAddress address : addresses) {
            met.add(Reach.of(address));
        }
        if (met.contains(Reach.NEVER)) {
            throw new ForbiddenAddressException(
                    "L’adresse de la source mène à un service que Moisson n’interroge jamais (métadonnées d’hébergeur,"
                            + " multidiffusion ou adresse réservée).");
        }
        if (met.contains(Reach.PRIVATE) && !privateAllowed) {
            throw new ForbiddenAddressException(
                    "L’adresse de la source, ou celle où elle renvoie, est dans un réseau privé. Si c’est voulu, écrivez"
                            + " allowPrivate: true dans le fichier de la source (ou --allow-private avec check).");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /** The only failure that this interface lets through; becomes a {@link RefusedException} further out. */
    static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String message) {
            super(message);
        }
    }
}
