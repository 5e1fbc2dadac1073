package moisson.publish.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.publish.Manifest;
import moisson.publish.portal.PortalServerForTest.Amiss;
import moisson.publish.portal.PortalSettings.Kind;
import moisson.store.PortalTable.Link;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
    private static Path home;

    private static final Map<Kind, Start> STARTS = new EnumMap<>(Kind.class);

    @BeforeAll
    static void pushTheFirstVersion() throws IOException {
        for (Kind kind : Kind.values()) {
            Path folder = Files.createDirectory(home.resolve(kind.name()));
            PushForTest portal = new PushForTest(kind, folder);
            assertThat(portal.push(portal.version(1)).whole()).isTrue();
            portal.addForeign(1, "ailleurs");
            VersionForTest second = portal.version(2)
                    .with("evenements.csv", "id\n1\n2\n")
                    .with("evenements.json", "[1]")
                    .titled("statistiques", "Statistiques fictives, revues")
                    .titled("ateliers", "Ateliers fictifs")
                    .with("ateliers.csv", "id\n8\n");
            STARTS.put(
                    kind,
                    new Start(
                            portal,
                            portal.server().state().deepCopy(),
                            portal.links(),
                            second.folder(),
                            second.write()));
        }
    }

    @AfterAll
    static void close() {
        STARTS.values().forEach(start -> start.portal().close());
        STARTS.clear();
    }

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

    /** A portal, what it is with version 1 and a link of somebody else, and version 2, which needs every sort of step. */
    private record Start(PushForTest portal, JsonNode state, List<Link> links, Path second, Manifest manifest) {}

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPortalAndFault")
    void aPushCutOffAtAnyCallAndThenRepeatedEndsAlike(Kind kind, Amiss amiss) {
        everyCall(kind, amiss, 1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPortalAndDoubt")
    void aPushThatTriesAgainByItselfEndsAlikeInOneGo(Kind kind, Amiss amiss) {
        everyCall(kind, amiss, 3);
    }

    private static void everyCall(Kind kind, Amiss amiss, int attempts) {
        Start start = Objects.requireNonNull(STARTS.get(kind));
        End smooth = run(start, attempts, amiss, -1);
        assertThat(smooth.calls()).hasSizeGreaterThan(15);
        for (int call : calls(smooth, amiss.silent() || amiss.after() || attempts > 1)) {
            End end = run(start, attempts, amiss, call);
            String at = amiss + " at call " + call + ", " + smooth.calls().get(call);
            assertThat(end.state()).as(at).isEqualTo(smooth.state());
            assertThat(end.uploads()).as(at).isEqualTo(smooth.uploads());
        }
    }

    /**
     * Every call, or those that write: reading again is tried in the other test, silence takes time, and a call that only
     * reads fails alike before its work and after.
     */
    private static int[] calls(End smooth, boolean writing) {
        return IntStream.range(0, smooth.calls().size())
                .filter(call -> !writing || PushTest.writes(smooth.calls().get(call)))
                .toArray();
    }

    /** A troubled push of version 2, then one without trouble. */
    private static End run(Start start, int attempts, Amiss amiss, int call) {
        String name = amiss + " at call " + call;
        PushForTest portal = start.portal();
        portal.startFrom(start.state(), start.links());
        portal.trying(attempts)
                .waiting(amiss.silent() && call >= 0 ? SHORT : LONG)
                .server()
                .failAt(call, amiss);
        PushReport troubled = portal.push(start.second(), start.manifest());
        List<String> calls = portal.server().calls();
        if (attempts > 1) {
            assertThat(troubled.whole()).as(name + " " + troubled).isTrue();
        } else if (call >= 0 && !calls.get(call).startsWith("GET")) {
            // The JDK itself asks once more when the line of a GET is cut, and for nothing else.
            assertThat(troubled.whole()).as(name).isFalse();
        }
        portal.waiting(LONG).server().failNever();
        PushReport again = portal.push(start.second(), start.manifest());
        assertThat(again.whole()).as(name + " " + again).isTrue();
        assertThat(again.remarks().stream().filter(Remark::notable)).as(name).isEmpty();
        assertThat(portal.plan(start.second(), start.manifest()).steps())
                .as(name)
                .isEmpty();
        return new End(portal.server().state().toPrettyString(), portal.server().uploads(), calls);
    }
}
