package moisson.harvest;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.store.Kept;
import org.junit.jupiter.api.Test;

class FreshTest {
    @Test
    void anEventIsKeptUnderTheNumberOfItsRecord() {
        Event event = made("Atelier fictif");
        Fresh fresh = new Fresh();
        fresh.add(event, Kept.of(event, "ligne 2", "{}"));

        assertThat(fresh.byNumber(Map.of(event.id(), 7L, new EventId("s", "autre"), 8L)))
                .isEqualTo(Map.of(7L, event));
        assertThat(fresh.byNumber(Map.of())).isEmpty();
    }

    @Test
    void anEventThatTheStoreCannotKeepToTheLetterIsReadBack() {
        Event event = made("Atelier \ud83d fictif");
        Kept kept = Kept.of(event, "ligne 2", "{}");
        assertThat(kept.toEvent()).isNotEqualTo(event);
        Fresh fresh = new Fresh();
        fresh.add(event, kept);

        assertThat(fresh.byNumber(Map.of(event.id(), 7L))).isEmpty();
    }

    private static Event made(String title) {
        return event("s", "k").title(title).at("2020-11-12T10:00:00+01:00").build();
    }
}
