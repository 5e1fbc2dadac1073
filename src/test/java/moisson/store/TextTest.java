package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.store.RecordTable.Known;
import moisson.store.RecordTable.Sequenced;
import org.junit.jupiter.api.Test;

/** What feeds contain, and how much of it. */
class TextTest extends StoreContract {
    /** More than a statement may have parameters: 65,535 in PostgreSQL, 32,766 in SQLite. */
    private static final int MANY = 66_000;

    private static final List<String> KEYS =
            IntStream.range(0, MANY).mapToObj(i -> "clé-" + i).toList();
    private static final List<Kept> RECORDS =
            KEYS.stream().map(key -> kept(key, "Atelier fictif")).toList();

    @Test
    void everyScriptAndEmojiComesBackAsItWas() {
        String words =
                "Œuvre d’été — 日本語 עברית 👩🏽‍💻 e\u0301 'quoted' \"double\" :name ? \\ % _ <keys> \u2028\r\n\t\u0001";
        Kept kept = Kept.of(EventForTest.called(id(words), words), words, words);
        long run = begin();
        write(tables -> tables.records().keep(List.of(kept), run));
        write(tables -> tables.records().seen(SOURCE, List.of(words), run));

        assertFound(tables -> tables.records().find(id(words))).hasValueSatisfying(stored -> {
            assertThat(stored.event()).isEqualTo(kept.toEvent());
            assertThat(stored.verbatim()).isEqualTo(words);
        });
        assertMap(tables -> tables.records().known(SOURCE)).containsOnlyKeys(words);
    }

    @Test
    void whatNoDatabaseCanKeepBecomesAReplacementCharacter() {
        long run = begin();
        Kept kept = Kept.of(EventForTest.called(id("a\0"), "Titre\0"), "ligne\0", "half \ud83c of \udf89 it");
        write(tables -> tables.records().keep(List.of(kept), run));
        Notice notice = new Notice(NoticeCode.MISSING_DATE, "ligne 1", "\0", "champ", "\udc00");
        write(tables -> tables.runs().keep(run, List.of(notice)));
        write(tables -> tables.records().missing(SOURCE, List.of("a\0"), NOON));

        assertMap(tables -> tables.records().known(SOURCE))
                .containsOnlyKeys("a\ufffd")
                .containsValue(new Known(0, kept.lastDay(), NOON, null, Map.of()));
        assertFound(tables -> tables.records().find(id("a\0"))).hasValueSatisfying(stored -> {
            assertThat(stored.event()).isEqualTo(EventForTest.called(id("a\ufffd"), "Titre\ufffd"));
            assertThat(stored.verbatim()).isEqualTo("half \ufffd of \ufffd it");
        });
        assertList(tables -> tables.runs().notices(run))
                .containsExactly(new Notice(NoticeCode.MISSING_DATE, "ligne 1", "\ufffd", "champ", "\ufffd"));
    }

    @Test
    void longTextsComeBackWhole() {
        String text = "é🎉 ".repeat(2_500);
        long run = begin();
        write(tables -> tables.records()
                .keep(List.of(Kept.of(EventForTest.called(id("a"), text), text, text.repeat(100))), run));

        assertFound(tables -> tables.records().find(id("a"))).hasValueSatisfying(stored -> {
            assertThat(stored.event().title()).isEqualTo(text);
            assertThat(stored.verbatim()).isEqualTo(text.repeat(100));
        });
    }

    @Test
    void moreKeysThanAStatementHasParametersAreNoTrouble() {
        long run = begin();
        write(tables -> tables.records().keep(RECORDS, run));
        write(tables -> tables.records().missing(SOURCE, KEYS, NOON));
        write(tables -> tables.records().seen(SOURCE, KEYS.subList(1, MANY), run));
        write(tables -> tables.records().remove(SOURCE, KEYS.subList(0, 2), NOON, "absent"));

        assertMap(tables -> tables.records().known(SOURCE))
                .hasSize(MANY)
                .containsEntry("clé-0", known("Atelier fictif", NOON, NOON))
                .containsEntry("clé-1", known("Atelier fictif", null, NOON))
                .containsEntry("clé-65999", known("Atelier fictif", null, null));
        assertList(tables -> tables.records().live())
                .hasSize(MANY - 2)
                .extracting(Sequenced::sequence)
                .isSorted();
    }
}
