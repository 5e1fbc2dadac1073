package moisson.serve.sparql.run;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import moisson.serve.http.Refusal;

/** When little memory is left after a garbage collection, the query that has allocated most must go. */
final class MemoryGuard {
    private static final double FULL = 0.85;
    private static final long WORTH_STOPPING = 64L * 1024 * 1024;

    private final List<GarbageCollectorMXBean> collectors =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final long most = Runtime.getRuntime().maxMemory();
    private final AtomicLong lastLook = new AtomicLong();

    /** What the current thread has allocated since it began, in bytes. */
    long allocated(long thread) {
        return Math.max(0, threads.getThreadAllocatedBytes(thread));
    }

    void relieve(Set<Watch> watches) {
        GcInfo latest = collectors.stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(info -> info != null)
                .max(Comparator.comparingLong(GcInfo::getEndTime))
                .orElse(null);
        if (latest == null || lastLook.getAndSet(latest.getEndTime()) == latest.getEndTime()) {
            return;
        }
        long kept = latest.getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        if (kept > FULL * most) {
            relieve(watches, watch -> allocated(watch.thread()) - watch.allocatedBefore());
        }
    }

    static void relieve(Set<Watch> watches, ToLongFunction<Watch> allocated) {
        watches.stream()
                .filter(watch -> watch.reason() == null && watch.thread() >= 0)
                .filter(watch -> allocated.applyAsLong(watch) > WORTH_STOPPING)
                .max(Comparator.comparingLong(allocated))
                .ifPresent(watch -> watch.stop(tooLarge()));
    }

    static Refusal tooLarge() {
        return new Refusal(503, "Requête arrêtée\u202f: elle demande trop de mémoire. Ajoutez LIMIT ou des critères.");
    }
}
