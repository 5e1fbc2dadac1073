package moisson.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process has used since it started.
 *
 * @param wall seconds since its start
 * @param processor seconds of processor, of all threads: compiling and collecting garbage included
 * @param heap bytes: the sum of the highest fillings of the parts of the heap, garbage included
 * @param memory bytes of main memory at the highest, 0 where the system does not tell
 */
public record Usage(double wall, double processor, long heap, long memory) {
    private static final Path STATUS = Path.of("/proc/self/status");

    public static Usage now() {
        return new Usage(
                (System.currentTimeMillis()
                                - ManagementFactory.getRuntimeMXBean().getStartTime())
                        / 1e3,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9,
                pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum(),
                resident());
    }

    /** Since an earlier look. The peaks are those since {@link #forgetPeaks()}. */
    Usage since(Usage before) {
        return new Usage(wall - before.wall, processor - before.processor, heap, memory);
    }

    /** Throws garbage away, and lets the peaks of the heap begin anew. */
    static void forgetPeaks() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    /** Linux tells it in KiB, as VmHWM. */
    private static long resident() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
