package moisson.publish.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.publish.portal.PortalSettings.Kind;
import moisson.publish.portal.PortalServerForTest.Amiss;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever call goes amiss, and however: the push that follows ends where one without trouble ends. */
class InterruptedPushTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> everyPortalAndFault() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Amiss.values()).map(amiss -> Arguments.of(kind, amiss)));
    }

    /** State of the portal in the end, files sent, and calls made. */
    private record End(JsonNode state, int uploads, List<String> calls) {}

    /** Longer for a server that answers than for one that is silent: a busy machine is not a fault. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Duration SHORT = Duration.ofMillis(250);

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPortalAndFault")
    void aPushCutOffAtAnyCallAndThenRepeatedEndsAlike(Kind kind, Amiss amiss) throws IOException {
        End smooth = run(kind, "ref", 1, amiss, -1);
        for (int call : calls(smooth, amiss)) {
            assertSame(run(kind, amiss + "-" + call, 1, amiss, call), smooth, amiss, call);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPortalAndFault")
    void aPushThatTriesAgainByItselfEndsAlikeInOneGo(Kind kind, Amiss amiss) throws IOException {
        End smooth = run(kind, "ref", 3, amiss, -1);
        for (int call : calls(smooth, amiss)) {
            assertSame(run(kind, amiss + "-" + call, 3, amiss, call), smooth, amiss, call);
        }
    }

    /** Every call; silence, which takes time, only where something is written. */
    private static int[] calls(End smooth, Amiss amiss) {
        return IntStream.range(0, smooth.calls().size())
                .filter(call -> !amiss.silent() || PushTest.writes(smooth.calls().get(call)))
                .toArray();
    }

    private static void assertSame(End end, End smooth, Amiss amiss, int call) {
        // Only the address of a file says how many came before it.
        String at = amiss + " at call " + call;
        assertThat(end.state().toPrettyString()).as(at).isEqualTo(smooth.state().toPrettyString());
        assertThat(end.uploads()).as(at).isEqualTo(smooth.uploads());
    }

    /** A first push of version 1, somebody's link, then a push of version 2 with every sort of step, which is troubled. */
    private End run(Kind kind, String name, int attempts, Amiss amiss, int call) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        try (PushForTest portal = new PushForTest(kind, own)) {
            VersionForTest first = portal.version(1);
            VersionForTest second = portal.version(2)
                    .with("evenements.csv", "id\n1\n2\n")
                    .with("evenements.json", "[1]")
                    .titled("statistiques", "Statistiques fictives, revues")
                    .titled("ateliers", "Ateliers fictifs")
                    .with("ateliers.csv", "id\n8\n");
            assertThat(portal.push(first).whole()).isTrue();
            portal.addForeign(1, "ailleurs");
            portal.trying(attempts).waiting(amiss.silent() && call >= 0 ? SHORT : LONG).server().failAt(call, amiss);
            PushReport troubled = portal.push(second);
            List<String> calls = portal.server().calls();
            if (attempts > 1) {
                assertThat(troubled.problems()).as(name).isEmpty();
                assertThat(troubled.stopped()).as(name).isEmpty();
            } else if (call >= 0) {
                assertThat(troubled.whole()).as(name).isFalse();
            }
            portal.waiting(LONG).server().failNever();
            PushReport again = portal.push(second);
            assertThat(again.whole()).as(name).isTrue();
            assertThat(again.remarks().stream().filter(Remark::notable)).as(name).isEmpty();
            assertThat(portal.plan(second).steps()).as(name).isEqualTo(List.of());
            return new End(normal(portal), portal.server().uploads(), calls);
        }
    }

    private static JsonNode normal(PushForTest portal) throws IOException {
        String port = portal.server().address().toString();
        return PortalServerForTest.JSON.readTree(portal.server().state().toString().replace(port, "http://portail/"));
    }
}
