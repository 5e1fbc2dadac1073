package moisson.app.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import moisson.intake.UnreadableFeedException;
import moisson.intake.web.FeedLink;
import moisson.intake.web.PageBundle;
import org.jspecify.annotations.Nullable;

/**
 * The feed of a harvest and then the pages that its items lead to, each asked for once. A page that is gone, and an item
 * that leads nowhere or to another server, are written down as missing: what they would have told may be any of the
 * events known, so that none of these is taken for removed.
 */
final class Linked {
    private final PageAddresses addresses;
    private final int most;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Deque<Target> waiting = new ArrayDeque<>();

    /** @param most pages, the feed included */
    Linked(PageAddresses addresses, int most) {
        this.addresses = addresses;
        this.most = most;
    }

    /** @param key of the item that leads there, when there is one only */
    private record Target(URI address, @Nullable String key) {}

    /** Writes down what came, first the feed; answers what to ask for next. May be called again after a failure. */
    Optional<URI> take(@Nullable Spooled body, int status, OutputStream out) throws IOException {
        if (begun.get()) {
            page(waiting.element(), body, status, out);
            waiting.remove();
        } else if (body != null) {
            Map<URI, Target> targets = feed(body, out);
            waiting.addAll(targets.values());
            begun.set(true);
        }
        return Optional.ofNullable(waiting.peek()).map(Target::address);
    }

    private static void page(Target target, @Nullable Spooled body, int status, OutputStream out) throws IOException {
        String address = target.address().toString();
        if (body == null) {
            PageBundle.missing(out, address, "Le serveur a répondu HTTP " + status + ".");
            return;
        }
        PageBundle.page(
                out, body.origin().address().toString(), target.key(), body.again(), Math.toIntExact(body.length()));
    }

    private Map<URI, Target> feed(Spooled body, OutputStream out) throws IOException {
        List<FeedLink> links = links(body.again());
        if (links.size() >= most) {
            throw Pages.tooMany(most);
        }
        PageBundle.begin(out);
        Map<URI, Target> targets = new LinkedHashMap<>();
        Set<URI> shared = new HashSet<>();
        for (FeedLink link : links) {
            try {
                URI address = address(link, body.origin().address());
                if (targets.putIfAbsent(address, new Target(address, link.key())) != null) {
                    shared.add(address);
                }
            } catch (RefusedException e) {
                PageBundle.missing(out, link.address() == null ? link.place() : link.address(), e.getMessage());
            }
        }
        shared.forEach(address -> targets.put(address, new Target(address, null)));
        return targets;
    }

    private List<FeedLink> links(InputStream feed) throws IOException {
        try {
            return FeedLink.in(feed, most);
        } catch (UnreadableFeedException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private URI address(FeedLink link, URI feed) throws RefusedException {
        if (link.address() == null) {
            throw new RefusedException("L’élément du flux n’a pas de lien, ou n’est pas lisible.");
        }
        try {
            URI address = addresses.linked(feed, link.address());
            if (!addresses.sameServer(address)) {
                throw new RefusedException("Le lien mène à un autre serveur que celui du flux : il n’est pas suivi.");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new RefusedException("Le lien n’est pas une adresse http ou https.", e);
        }
    }
}
