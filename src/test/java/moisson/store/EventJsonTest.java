package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Reason;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    @Test
    void aFullEventComesBackWithEveryField() {
        assertThat(EventJson.event(EventJson.of(EventForTest.full()))).isEqualTo(EventForTest.full());
    }

    @Test
    void theFullEventOfTheseTestsLeavesNothingUnknown() throws ReflectiveOperationException {
        Event full = EventForTest.full();
        for (Object part : List.of(full, full.wording(), full.when(), full.place(), full.access(), full.links())) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                assertThat(component.getAccessor().invoke(part))
                        .as(component.toString())
                        .isNotNull();
            }
        }
    }

    @Test
    void aMinimalEventComesBackAndItsUnknownValuesTakeNoPlace() {
        String json = EventJson.of(EventForTest.minimal());

        assertThat(EventJson.event(json)).isEqualTo(EventForTest.minimal());
        assertThat(json).doesNotContain("null");
    }

    @Test
    void theTextIsCanonical() {
        assertThat(EventJson.of(EventForTest.minimal()))
                .isEqualTo("{\"access\":{\"accessibility\":[],\"audiences\":[],\"themes\":[]},"
                        + "\"hosts\":{\"organisers\":[],\"type\":\"OTHER\"},"
                        + "\"id\":{\"key\":\"1\",\"source\":\"ville-fictive\"},"
                        + "\"kind\":{\"format\":\"OTHER\",\"mode\":\"ON_SITE\",\"status\":\"SCHEDULED\"},"
                        + "\"links\":{},\"place\":{},"
                        + "\"when\":{\"declaredFor\":2020,\"sessions\":[],\"zone\":\"Europe/Paris\"},"
                        + "\"wording\":{\"title\":\"Balade fictive\"}}");
    }

    @Test
    void hoursKeepTheirOffsetAndTheirFractions() {
        assertThat(EventJson.of(EventForTest.full()))
                .contains(
                        "2020-11-05T09:00:00+01:00",
                        "2020-11-05T10:30:15.123456789+01:00",
                        "2020-11-06T09:00:00-04:00");
    }

    @Test
    void brokenCharactersAreReplacedAsInTheColumns() {
        Event event = EventForTest.called(new EventId("ville-fictive", "a\0b"), "Atelier \ud83c cassé");

        assertThat(EventJson.event(EventJson.of(event)))
                .isEqualTo(EventForTest.called(new EventId("ville-fictive", "a\ufffdb"), "Atelier \ufffd cassé"));
    }

    @Test
    void reasonsComeBackInTheirOrder() {
        List<Reason> reasons =
                List.of(new Reason("titre", "Balade", "Ballade", 6.25), new Reason("lieu", "Lille", "", -1.0 / 3));

        assertThat(EventJson.reasons(EventJson.of(reasons))).isEqualTo(reasons);
    }
}
