package moisson.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import moisson.event.EventId;
import moisson.event.Match;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three records of one event (a), two of another in the same town that day (b), one of its parts (p), one elsewhere (c). */
class TruthTest {
    @TempDir
    Path folder;

    private Truth truth;

    @BeforeEach
    void read() throws IOException {
        truth = truth(
                "file,key,event,kind,part_of,commune,day",
                "f,a1,A,single,,75056,2019-01-01",
                "f,a2,A,single,,75056,2019-01-01",
                "f,a3,A,single,,75056,2019-01-01",
                "f,b1,B,run,,75056,2019-01-01",
                "f,b2,B,run,,75056,2019-01-01",
                "f,p,P,run,B,75056,2019-01-01",
                "f,c,C,single,,69123,2019-01-01");
    }

    @Test
    void allFoundIsOneEverywhere() {
        Accuracy accuracy = truth.measure(List.of(ids("a1 a2 a3"), ids("b1 b2"), ids("p"), ids("c")), List.of());

        assertThat(accuracy.pairs()).isEqualTo(new Accuracy.Measure(4, 4, 4));
        assertThat(accuracy.clusters()).isEqualTo(new Accuracy.Measure(2, 2, 2));
        assertThat(accuracy.pairs().f1()).isEqualTo(1);
        assertThat(accuracy.found()).isEqualTo(4);
        assertThat(accuracy.wrong()).isZero();
    }

    @Test
    void aMissedPairCostsRecallAndAWrongOnePrecision() {
        Accuracy accuracy =
                truth.measure(List.of(ids("a1 a2"), ids("a3 b1"), ids("b2"), ids("p"), ids("c")), List.of());

        assertThat(accuracy.pairs()).isEqualTo(new Accuracy.Measure(1, 2, 4));
        assertThat(accuracy.pairs().precision()).isEqualTo(0.5);
        assertThat(accuracy.pairs().recall()).isEqualTo(0.25);
        assertThat(accuracy.pairs().f1()).isEqualTo(1.0 / 3, within(1e-9));
        assertThat(accuracy.clusters()).isEqualTo(new Accuracy.Measure(0, 2, 2));
        assertThat(accuracy.wrong()).isEqualTo(1);
        assertThat(accuracy.across()).isZero();
        assertThat(accuracy.wrongPerThousand()).isEqualTo(200);
    }

    @Test
    void aPartWithItsWholeCountsNeitherWayButIsNotExact() {
        Accuracy accuracy = truth.measure(List.of(ids("a1 a2 a3"), ids("b1 b2 p"), ids("c")), List.of());

        assertThat(accuracy.pairs()).isEqualTo(new Accuracy.Measure(4, 4, 4));
        assertThat(accuracy.clusters()).isEqualTo(new Accuracy.Measure(1, 2, 2));
        assertThat(accuracy.wrong()).isZero();
    }

    @Test
    void joiningTownsIsCountedApart() {
        Accuracy accuracy = truth.measure(List.of(ids("a1 c")), List.of());

        assertThat(accuracy.wrong()).isEqualTo(1);
        assertThat(accuracy.across()).isEqualTo(1);
    }

    @Test
    void questionsArePairsToReview() {
        Accuracy accuracy = truth.measure(
                List.of(),
                List.of(
                        match("a1", "a2", Match.Decision.REVIEW),
                        match("a1", "b1", Match.Decision.REVIEW),
                        match("b1", "b2", Match.Decision.JOINED),
                        match("b1", "stranger", Match.Decision.REVIEW)));

        assertThat(accuracy.asked()).isEqualTo(2);
        assertThat(accuracy.askedRightly()).isEqualTo(1);
    }

    @Test
    void aTableOfThreeColumnsIsEnough() throws IOException {
        Truth plain = truth("file,key,event", "f,a1,A", "f,a2,A");

        assertThat(plain.measure(List.of(ids("a1 a2")), List.of()).pairs().f1()).isEqualTo(1);
    }

    @Test
    void anotherTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> truth("fichier,cle", "f,a1"))
                .withMessageContaining("file, key et event");
    }

    private Truth truth(String... lines) throws IOException {
        return Truth.read(Files.write(folder.resolve("truth.csv"), Arrays.asList(lines)));
    }

    private static List<EventId> ids(String keys) {
        return Stream.of(keys.split(" ", -1)).map(key -> new EventId("f", key)).toList();
    }

    private static Match match(String left, String right, Match.Decision decision) {
        return new Match(new EventId("f", left), new EventId("f", right), 7, decision, List.of());
    }
}
