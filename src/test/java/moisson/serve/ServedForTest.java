package moisson.serve;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One site for all tests of a class, in a folder of its own. */
class ServedForTest {
    @TempDir
    static Path home;

    static SiteForTest site;

    @BeforeAll
    static void serve() {
        site = new SiteForTest(home);
    }

    @AfterAll
    static void stop() {
        site.close();
    }
}
