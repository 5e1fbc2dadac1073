package moisson.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.store.RecordTable.Sequenced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest extends HarvestForTest {
    private static final String ADDRESS = "prenom.nom@ville.example";

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, "pnom@ville.example", "mailto:prenom-nom2@ville.example", "12 pnom@ville.example"})
    void anAddressOfAPersonIsNoKeyForOthersToSee(String key) {
        assertThat(key("csv", "ville", key)).matches("cle-masquee-[0-9a-f]{20}").isEqualTo(key("csv", "ville", key));
        assertThat(key("csv", "ville", key)).isNotEqualTo(key("csv", "region", key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "https://ville.example/@lab/42",
                "20201105T090000Z-7@ville.example",
                "0a1b2c3d4e5f67890@agenda.example",
                "contact@ville.example"
            })
    void whatTellsNothingOfAnybodyStays(String key) {
        assertThat(key("csv", "ville", key)).isEqualTo(key);
    }

    @Test
    void theUidOfACalendarLooksLikeAnAddressAndStays() {
        assertThat(key("ical", "ville", "atelier-budget@ville.example")).isEqualTo("atelier-budget@ville.example");
        assertThat(key("ical", "ville", "atelier@ville.example")).isEqualTo("atelier@ville.example");
        assertThat(key("ical", "ville", ADDRESS)).startsWith("cle-masquee-");
    }

    @Test
    void aHarvestTellsOfItAndKeepsTheAddressNowhereInItsDatabaseButInTheWordsOfTheRecord() {
        String rows = row(1, "Atelier fictif").replaceFirst("1", ADDRESS) + row(2, "Autre atelier fictif");
        Run first = bringIn(rows);
        Run second = bringIn(rows.replace("Autre", "Un autre"));

        assertThat(first.noticeCounts()).containsEntry(NoticeCode.PERSONAL_KEY, 1);
        assertThat(second.noticeCounts()).containsEntry(NoticeCode.PERSONAL_KEY, 1);
        assertThat(second.counts().equation()).isEqualTo("2 lus = 0 nouveau + 1 modifié + 1 inchangé + 0 rejeté");
        assertThat(store.read(tables -> tables.records().live()).stream()
                        .map(Sequenced::event)
                        .map(event -> event.id().key()))
                .contains("2")
                .noneMatch(key -> key.contains("@"));
        assertThat(notices(first)).noneMatch(notice -> notice.toString().contains("@"));
    }

    @Test
    void aRejectedRecordHidesItToo() {
        Run run = bringIn(row(1, "").replaceFirst("1", ADDRESS) + row(2, "Atelier fictif"));

        assertThat(run.counts().rejected()).isEqualTo(1);
        assertThat(notices(run)).noneMatch(notice -> notice.toString().contains("@"));
    }

    private static String key(String format, String source, String key) {
        Source named = new Source(source, source, format, "x", null, "Europe/Paris", "", true, 7);
        return new Keys(named).of(new SourceRecord(1, "ligne 2", key, Map.of(), "{}"));
    }

    private List<Notice> notices(Run run) {
        return store.read(tables -> tables.runs().notices(run.id()));
    }
}
