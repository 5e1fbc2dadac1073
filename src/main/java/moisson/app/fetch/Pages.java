package moisson.app.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one harvest, joined into one delivery, one after the other as they came: only so can be judged what is
 * missing from it. Any doubt about a page ends the whole harvest. Used by one thread.
 */
public final class Pages implements AutoCloseable {
    /** What a server says of a page that is not there, and will not be there when asked again. */
    static final Set<Integer> GONE = Set.of(404, 410);

    private final PageAddresses addresses;
    private final Rations rations;
    private final Instant end;
    private final int most;
    private final Clock clock;
    private final Path file;
    private final FileChannel out;
    private final Set<URI> asked = new HashSet<>();
    private final AtomicReference<@Nullable URI> next;
    private final AtomicReference<@Nullable Spooled> whole = new AtomicReference<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong items = new AtomicLong();
    private final Linked linked;

    Pages(PageAddresses addresses, Rations rations, int most, Path file, Clock clock) throws IOException {
        this.addresses = addresses;
        this.rations = rations;
        this.end = clock.instant().plus(rations.time());
        this.most = most;
        this.clock = clock;
        this.file = file;
        this.out = FileChannel.open(file, StandardOpenOption.WRITE);
        this.next = new AtomicReference<>(addresses.first());
        this.linked = new Linked(addresses, most);
        asked.add(addresses.first());
    }

    /** The page to ask for; null when all are there. */
    public @Nullable String getNext() {
        URI uri = next.get();
        return uri == null ? null : uri.toASCIIString();
    }

    /** How long the pages still to come may take together. */
    public long getSecondsLeft() {
        return Math.max(1, Duration.between(clock.instant(), end).toSeconds());
    }

    /** How long they may be. */
    public long getBytesLeft() {
        return Math.max(1, rations.bytes() - written.get());
    }

    /**
     * Adds one page, and tells its number. May be called again with the same one after a failure.
     *
     * @param status of HTTP
     */
    int take(@Nullable Spooled body, int status) throws IOException {
        int number = asked.size();
        if (body == null && (number == 1 || addresses.paging() != Paging.FOLLOW)) {
            throw new RefusedException(
                    GONE.contains(status)
                            ? "La source a répondu HTTP " + status + " pour sa page " + number
                                    + ". Le flux n’est plus à cette adresse : demandez la nouvelle au partenaire."
                            : "La page " + number + " de la source est vide.");
        }
        Optional<URI> following =
                body == null || addresses.paging() == Paging.FOLLOW ? followed(body, status) : listed(body, number);
        following.ifPresent(asked::add);
        next.set(following.orElse(null));
        return number;
    }

    private Optional<URI> listed(Spooled body, int number) throws IOException {
        Page page = addresses.paging() == Paging.LINK ? new Page(-1, -1, List.of()) : read(body, number);
        long taken = items.get() + Math.max(0, page.items());
        Optional<URI> following = addresses.next(page, taken, body.origin());
        judge(page, taken, following, number);
        long size = append(body);
        written.addAndGet(size);
        items.set(taken);
        return following;
    }

    private Optional<URI> followed(@Nullable Spooled body, int status) throws IOException {
        Optional<URI> following = linked.take(body, status, Channels.newOutputStream(out.position(written.get())));
        if (following.isPresent()) {
            demandTime();
        }
        written.set(out.position());
        return following;
    }

    /** All of them, to be read once or again. */
    Spooled whole() throws IOException {
        if (next.get() != null) {
            throw new IllegalStateException("some pages are still to come");
        }
        Spooled all = Spooled.open(file, Origin.NONE);
        whole.set(all);
        return all;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Spooled all = whole.getAndSet(null);
        if (all != null) {
            all.close();
        }
        Files.deleteIfExists(file);
    }

    private static Page read(Spooled body, int number) throws IOException {
        try {
            body.reset();
            Page page = Page.read(body);
            if (page.items() < 0) {
                throw new RefusedException("La page " + number + " de la source ne contient pas la liste attendue.");
            }
            return page;
        } catch (JsonProcessingException e) {
            throw new RefusedException("La page " + number + " de la source n’est pas du JSON lisible.", e);
        }
    }

    private void judge(Page page, long taken, Optional<URI> following, int number) throws RefusedException {
        if (addresses.paging() == Paging.OPENDATASOFT && page.total() > PageAddresses.OPENDATASOFT_MOST) {
            throw new RefusedException(
                    "La source compte " + page.total() + " enregistrements, et cette API n’en donne que "
                            + PageAddresses.OPENDATASOFT_MOST + " : donnez l’adresse de son export (…/exports/json).");
        }
        if (following.isEmpty()) {
            // A list that changed meanwhile may have lost some between two pages.
            if (addresses.paging() != Paging.LINK && page.total() != taken) {
                throw new RefusedException("La source annonce " + page.total() + " enregistrements et ses " + number
                        + " pages en contiennent " + taken + " : rien n’est appliqué.");
            }
            return;
        }
        if (asked.contains(following.get())) {
            throw new RefusedException("La source renvoie deux fois à la même page, après la page " + number + ".");
        }
        if (!addresses.sameServer(following.get())) {
            throw new RefusedException("La page " + number + " de la source renvoie à un autre serveur.");
        }
        if (number >= most) {
            throw tooMany(most);
        }
        demandTime();
    }

    private void demandTime() throws RefusedException {
        if (!clock.instant().isBefore(end)) {
            throw new RefusedException("Les pages de la source ne sont pas toutes venues dans le temps permis ("
                    + rations.time().toSeconds() + " secondes).");
        }
    }

    static RefusedException tooMany(int most) {
        return new RefusedException("La source a plus de " + most + " pages, le nombre permis.");
    }

    /** From where the last whole page ended, so that a second attempt overwrites the first. */
    private long append(Spooled body) throws IOException {
        long at = written.get();
        FileChannel in = body.channel();
        long size = in.size();
        for (long done = 0; done < size; ) {
            done += in.transferTo(done, size - done, out.position(at + done));
        }
        ByteBuffer newline = ByteBuffer.wrap("\n".getBytes(UTF_8));
        while (newline.hasRemaining()) {
            out.write(newline, at + size);
        }
        return size + 1;
    }
}
