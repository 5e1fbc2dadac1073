package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Ground;
import moisson.publish.Testimony.Other;
import moisson.publish.Testimony.Value;
import moisson.publish.merge.Telling;
import org.junit.jupiter.api.Test;

/** What the records of one event say beside what is published. */
class TestimonyTest {
    private static final Event DATED = EventForTest.workshop("a", "1");
    private static final Event DECLARED = EventForTest.podcast("b", "1", 2020);

    @Test
    void whoeverDeclaresNoEditionDoesNotContradictTheOneDeclared() {
        Testimony testimony = Testimony.of(List.of(Telling.of(DATED), Telling.of(DECLARED)));

        Value edition = value(testimony, "edition");
        assertThat(edition.value()).isEqualTo("2020");
        assertThat(edition.from()).isEqualTo(DECLARED.id());
        assertThat(edition.why()).isEqualTo(Ground.ONLY.french());
        assertThat(edition.others()).isEmpty();
    }

    @Test
    void whatAnotherRecordSaysInsteadIsToldWithItsName() {
        Testimony testimony = Testimony.of(List.of(Telling.of(DATED), Telling.of(DECLARED)));

        assertThat(value(testimony, "titre").others())
                .containsExactly(new Other(new EventId("b", "1"), DECLARED.title()));
        assertThat(testimony.conflicts()).isPositive();
    }

    private static Value value(Testimony testimony, String column) {
        return testimony.values().stream()
                .filter(value -> value.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
