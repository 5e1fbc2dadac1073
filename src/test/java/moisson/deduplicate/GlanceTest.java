package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import moisson.event.EventForTest;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private static final String[] CODES = {"59350", "69123", "69383", "13055", "13201", "75111", null};
    private static final String[] OFFSETS = {"+01:00", "Z", "+04:00", "-10:00"};

    @Test
    void whatAGlanceTellsApartScoresNever() {
        Random random = new Random(1);
        Vocabulary vocabulary = Vocabulary.shipped();
        Rarities rarities = new Rarities(vocabulary);
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            profiles.add(rarities.weigh(Traits.of(some(i, random).build(), vocabulary)));
        }
        Comparison comparison = new Comparison();
        int apart = 0;
        int never = 0;

        for (Profile left : profiles) {
            for (Profile right : profiles) {
                TimeRelation time =
                        TimeRelation.of(left.traits().schedule(), right.traits().schedule());
                double score = comparison.score(left, right, time);
                never += score == Comparison.NEVER ? 1 : 0;
                if (Glance.never(Glance.of(left), Glance.of(right))) {
                    assertThat(score).isEqualTo(Comparison.NEVER);
                    assertThat(time == TimeRelation.APART && comparison.siblings(left, right, time))
                            .isFalse();
                    apart++;
                }
            }
        }
        assertThat(apart).isGreaterThan(never / 2);
    }

    @Test
    void aGlanceAtNothingTellsNothing() {
        assertThat(Glance.never(0, 0)).isFalse();
        assertThat(Glance.never(0, -1)).isFalse();
    }

    /** Of few towns and hours, in several zones: single sessions, lists, runs, days without an hour, on demand. */
    private static EventForTest some(int number, Random random) {
        String code = CODES[random.nextInt(CODES.length)];
        EventForTest event = event("s", "k" + number)
                .title("Atelier fictif " + (char) ('a' + random.nextInt(20)))
                .commune(code == null ? null : "Ville" + code, code);
        String day = "2020-11-0%d".formatted(1 + random.nextInt(3));
        String start = day + "T%02d:00:00".formatted(9 + random.nextInt(5)) + OFFSETS[random.nextInt(OFFSETS.length)];
        return switch (random.nextInt(8)) {
            case 0 -> event.edition(2019 + random.nextInt(2));
            case 1 -> event.at(day);
            case 2 -> event.at(day, "2020-11-05");
            case 3 -> event.at(start).at("2020-11-28T10:00:00+01:00");
            case 4 -> event.at(start, "2020-11-06T12:00:00+01:00");
            default -> event.at(start);
        };
    }
}
