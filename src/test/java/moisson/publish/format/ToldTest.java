package moisson.publish.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.EventForTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldTest {
    @Test
    void anEventIsToldTheSameWhateverCameBeforeIt() throws IOException {
        List<PublishedEvent> events = new ArrayList<>();
        for (PublishedEvent event : EventForTest.some()) {
            for (String at : List.of("2021-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "2021-01-01T00:00:00.5Z")) {
                events.add(dated(event, Instant.parse("2020-11-05T09:00:00Z"), Instant.parse(at)));
                events.add(dated(event, Instant.parse(at), Instant.parse(at)));
            }
        }
        List<List<@Nullable Object>> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Told.each(events, one -> told.add(row(one)));
        }

        assertThat(told).hasSize(20 * events.size());
        for (int i = 0; i < told.size(); i++) {
            PublishedEvent event = events.get(i % events.size());
            assertThat(told.get(i)).isEqualTo(row(new Told(event)));
            assertThat(told.get(i))
                    .contains(
                            event.id(),
                            event.publishedAt().toString(),
                            event.modifiedAt().toString());
        }
    }

    private static List<@Nullable Object> row(Told told) {
        List<@Nullable Object> row = new ArrayList<>();
        Columns.ALL.forEach(column -> row.add(column.of(told)));
        return row;
    }

    private static PublishedEvent dated(PublishedEvent event, Instant published, Instant modified) {
        return new PublishedEvent(
                event.id(),
                event.edition(),
                event.event(),
                event.sources(),
                event.members(),
                event.origin(),
                event.grounds(),
                event.completeness(),
                published,
                modified);
    }
}
