package moisson.publish.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.publish.portal.PortalServerForTest.Amiss;
import moisson.publish.portal.PortalSettings.Kind;
import moisson.store.PortalTable.Link;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever call goes amiss, and however: the push that follows ends where one without trouble ends. */
class InterruptedPushTest {
    /** Longer for a server that answers than for one that is silent: a busy machine is not a fault. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final Duration SHORT = Duration.ofMillis(250);

    @TempDir
    private Path folder;

    static Stream<Arguments> everyPortalAndFault() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Amiss.values()).map(amiss -> Arguments.of(kind, amiss)));
    }

    /** Those that leave in doubt whether a thing was done, or ask to come again. */
    static Stream<Arguments> everyPortalAndDoubt() {
        Set<Object> doubts = Set.of(Amiss.CUT_AFTER, Amiss.ERROR_AFTER, Amiss.CONFLICT, Amiss.TOO_MANY);
        return everyPortalAndFault().filter(given -> doubts.contains(given.get()[1]));
    }

    /** State of the portal in the end, files sent, and calls made. */
    private record End(String state, int uploads, List<String> calls) {}

    /** The portal with version 1 and a link of somebody else. */
    private record Start(JsonNode state, List<Link> links) {}

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPortalAndFault")
    void aPushCutOffAtAnyCallAndThenRepeatedEndsAlike(Kind kind, Amiss amiss) throws IOException {
        everyCall(kind, amiss, 1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPortalAndDoubt")
    void aPushThatTriesAgainByItselfEndsAlikeInOneGo(Kind kind, Amiss amiss) throws IOException {
        everyCall(kind, amiss, 3);
    }

    private void everyCall(Kind kind, Amiss amiss, int attempts) throws IOException {
        try (PushForTest portal = new PushForTest(kind, folder)) {
            assertThat(portal.push(portal.version(1)).whole()).isTrue();
            portal.addForeign(1, "ailleurs");
            Start start = new Start(portal.server().state().deepCopy(), portal.links());
            End smooth = run(portal, start, attempts, amiss, -1);
            assertThat(smooth.calls()).hasSizeGreaterThan(15);
            for (int call : calls(smooth, amiss.silent() || attempts > 1)) {
                End end = run(portal, start, attempts, amiss, call);
                String at = amiss + " at call " + call + ", " + smooth.calls().get(call);
                assertThat(end.state()).as(at).isEqualTo(smooth.state());
                assertThat(end.uploads()).as(at).isEqualTo(smooth.uploads());
            }
        }
    }

    /** Every call, or those that write: reading again is tried in the other test, and silence takes time. */
    private static int[] calls(End smooth, boolean writing) {
        return IntStream.range(0, smooth.calls().size())
                .filter(call -> !writing || PushTest.writes(smooth.calls().get(call)))
                .toArray();
    }

    /** A troubled push of version 2, which needs every sort of step, then one without trouble. */
    private static End run(PushForTest portal, Start start, int attempts, Amiss amiss, int call) throws IOException {
        String name = amiss + " at call " + call;
        portal.startFrom(start.state(), start.links());
        VersionForTest second = portal.version(2)
                .with("evenements.csv", "id\n1\n2\n")
                .with("evenements.json", "[1]")
                .titled("statistiques", "Statistiques fictives, revues")
                .titled("ateliers", "Ateliers fictifs")
                .with("ateliers.csv", "id\n8\n");
        portal.trying(attempts)
                .waiting(amiss.silent() && call >= 0 ? SHORT : LONG)
                .server()
                .failAt(call, amiss);
        PushReport troubled = portal.push(second);
        List<String> calls = portal.server().calls();
        if (attempts > 1) {
            assertThat(troubled.whole()).as(name + " " + troubled).isTrue();
        } else if (call >= 0 && !calls.get(call).startsWith("GET")) {
            // The JDK itself asks once more when the line of a GET is cut, and for nothing else.
            assertThat(troubled.whole()).as(name).isFalse();
        }
        portal.waiting(LONG).server().failNever();
        PushReport again = portal.push(second);
        assertThat(again.whole()).as(name + " " + again).isTrue();
        assertThat(again.remarks().stream().filter(Remark::notable)).as(name).isEmpty();
        assertThat(portal.plan(second).steps()).as(name).isEmpty();
        return new End(portal.server().state().toPrettyString(), portal.server().uploads(), calls);
    }
}
