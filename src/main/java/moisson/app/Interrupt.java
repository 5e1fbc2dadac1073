package moisson.app;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is told to stop (Ctrl+C, SIGTERM), and lets the command close its house first. */
final class Interrupt {
    private static final long LONGEST_CLOSE_SECONDS = 40;

    private static final CountDownLatch ASKED = new CountDownLatch(1);

    private Interrupt() {}

    /** True once the process is stopping: calling System.exit then would wait for ever. */
    static boolean asked() {
        return ASKED.getCount() == 0;
    }

    static void await() throws InterruptedException {
        Thread command = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            ASKED.countDown();
                            join(command);
                        },
                        "arret"));
        ASKED.await();
    }

    private static void join(Thread command) {
        try {
            command.join(LONGEST_CLOSE_SECONDS * 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
