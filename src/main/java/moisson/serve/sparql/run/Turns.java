package moisson.serve.sparql.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import moisson.serve.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who works now: as many queries as there are cores, the client and the query that have used least first. A query whose turn
 * is over lets the next one pass, so that a new one never waits long, however many slow ones there are. One that does not
 * come by loses its place to another, and must queue again when it does.
 */
final class Turns {
    /** How long one works while others wait. */
    static final long TURN = TimeUnit.MILLISECONDS.toNanos(10);
    /** Who has not come by for so long no longer counts as working. */
    private static final long STRAYED = TimeUnit.MILLISECONDS.toNanos(150);
    /** Who has worked for so long may be asked to give way when too many are here. */
    private static final long GIVES_WAY = TimeUnit.MILLISECONDS.toNanos(20);

    /** How long a new one waits for room: as many as there may be are through with their first turns by then. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(600);

    private final int atOnce;
    private final int most;
    private final int mostOfOne;
    private final LongUnaryOperator processor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Watch> working = new LinkedHashSet<>();
    private final Set<Watch> waiting = new LinkedHashSet<>();
    private final Set<Watch> strays = new LinkedHashSet<>();
    private final Map<String, Long> usedBy = new HashMap<>();

    /**
     * @param atOnce how many work at once
     * @param most how many may be here, working or waiting
     * @param mostOfOne how many of one client
     */
    Turns(int atOnce, int most, int mostOfOne) {
        this(atOnce, most, mostOfOne, ManagementFactory.getPlatformMXBean(ThreadMXBean.class)::getThreadCpuTime);
    }

    /** @param processor the processor time of a thread by its number, in nanoseconds */
    Turns(int atOnce, int most, int mostOfOne, LongUnaryOperator processor) {
        this.atOnce = atOnce;
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.processor = processor;
    }

    /** Waits for the first turn. */
    void enter(Watch watch) {
        watch.processorBefore(processor.applyAsLong(watch.thread()));
        lock.lock();
        try {
            admit(watch);
            usedBy.computeIfAbsent(watch.client(), client -> least());
            waiting.add(watch);
            await(watch);
        } finally {
            lock.unlock();
        }
    }

    private long least() {
        return usedBy.values().stream().mapToLong(used -> used).min().orElse(0);
    }

    /** Waits a little for room: soon one of the others has worked long enough to give way, which nobody tells. */
    private void admit(Watch watch) {
        long left = PATIENCE;
        while (!room(watch)) {
            watch.throwIfOver(System.nanoTime());
            if (left <= 0) {
                throw new Refusal(503, "Trop de requêtes attendent déjà. Réessayez dans quelques secondes.");
            }
            long wait = Math.min(left, TURN);
            try {
                left -= wait - changed.awaitNanos(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(503, "Le service s’arrête.");
            }
        }
    }

    private boolean room(Watch watch) {
        if (all().stream().filter(other -> of(watch, other)).count() >= mostOfOne) {
            return makeRoom(all().stream().filter(other -> of(watch, other)).toList());
        }
        return all().size() < most || makeRoom(all());
    }

    private static boolean of(Watch watch, Watch other) {
        return other.reason() == null && other.client().equals(watch.client());
    }

    /**
     * The one that has worked longest gives way, so that short queries always find room: longest by processor time, for
     * while the machine collects garbage or does something else, time passes for who happens to have the turn.
     */
    private boolean makeRoom(Collection<Watch> among) {
        Watch longest = among.stream()
                .filter(watch -> watch.reason() == null && used(watch) > GIVES_WAY)
                .max(Comparator.comparingLong(watch -> processor.applyAsLong(watch.thread()) - watch.processorBefore()))
                .orElse(null);
        if (longest == null) {
            return false;
        }
        longest.stop(new Refusal(
                503, "Requête arrêtée\u202f: trop de requêtes attendent, la plus longue a cédé sa place. Réessayez."));
        changed.signalAll();
        return true;
    }

    private long used(Watch watch) {
        boolean now = working.contains(watch) || strays.contains(watch);
        return watch.used() + (now ? System.nanoTime() - watch.turnBegan() : 0);
    }

    private Set<Watch> all() {
        Set<Watch> all = new LinkedHashSet<>(working);
        all.addAll(waiting);
        all.addAll(strays);
        return all;
    }

    /** The turn of this one is over: who has used least goes first. */
    void rest(Watch watch) {
        lock.lock();
        try {
            account(watch);
            boolean strayed = strays.remove(watch);
            watch.stray(false);
            if (!strayed && waiting.isEmpty() && working.size() <= atOnce) {
                watch.beginTurn(System.nanoTime());
                return;
            }
            working.remove(watch);
            waiting.add(watch);
            await(watch);
        } finally {
            lock.unlock();
        }
    }

    void leave(Watch watch) {
        lock.lock();
        try {
            account(watch);
            working.remove(watch);
            waiting.remove(watch);
            strays.remove(watch);
            if (all().stream().noneMatch(other -> other.client().equals(watch.client()))) {
                usedBy.remove(watch.client());
            }
            grant();
        } finally {
            lock.unlock();
        }
    }

    private void account(Watch watch) {
        if (working.contains(watch) || strays.contains(watch)) {
            long used = System.nanoTime() - watch.turnBegan();
            watch.use(used);
            usedBy.merge(watch.client(), used, Long::sum);
        }
    }

    private void await(Watch watch) {
        grant();
        while (!working.contains(watch)) {
            long now = System.nanoTime();
            watch.throwIfOver(now);
            try {
                long left = changed.awaitNanos(watch.left(now));
                if (left <= 0) {
                    watch.throwIfOver(System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(503, "Le service s’arrête.");
            }
        }
    }

    private void grant() {
        boolean granted = false;
        for (Watch next = next(); next != null; next = next()) {
            waiting.remove(next);
            working.add(next);
            next.beginTurn(System.nanoTime());
            granted = true;
        }
        if (granted) {
            changed.signalAll();
        }
    }

    /** Who may begin now. One place more than there are cores is for who has not worked yet: it waits for nobody. */
    private @Nullable Watch next() {
        if (working.size() > atOnce) {
            return null;
        }
        boolean any = working.size() < atOnce;
        return waiting.stream()
                .filter(watch -> any || watch.used() == 0)
                .min(Comparator.comparingLong((Watch watch) -> usedBy.getOrDefault(watch.client(), 0L))
                        .thenComparingLong(Watch::used))
                .orElse(null);
    }

    /** To be called every few milliseconds: takes turns away from who does not come by, and stops who is late. */
    void patrol(MemoryGuard memory) {
        lock.lock();
        try {
            long now = System.nanoTime();
            for (Watch watch : Set.copyOf(working)) {
                if (now - watch.seen() > STRAYED) {
                    account(watch);
                    watch.beginTurn(now);
                    working.remove(watch);
                    strays.add(watch);
                    watch.stray(true);
                }
            }
            Set<Watch> all = all();
            all.forEach(watch -> watch.stopIfLate(now));
            memory.relieve(all);
            grant();
            if (all.stream().anyMatch(watch -> watch.reason() != null)) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
