package moisson.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import moisson.event.Bounds;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.Sha256;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.intake.FeedReaders;
import moisson.intake.RecordSink;
import moisson.intake.Row;
import moisson.reference.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    private static final Source SOURCE =
            new Source("s", "Source", "csv", "x", null, "Europe/Paris", "", true, 0, Bounds.NONE);

    @TempDir
    private Path folder;

    private final Rules rules = new Rules(SOURCE, Editions.shipped(), "");

    /** The sums of all that is handed over: those asked about as rows, and the records made of them afterwards. */
    private final class Sums implements RecordSink {
        final List<Long> rows = new ArrayList<>();
        final List<Long> records = new ArrayList<>();

        @Override
        public boolean again(Row row) {
            rows.add(rules.sum(row));
            return false;
        }

        @Override
        public void record(SourceRecord record, List<Notice> notices) {
            records.add(rules.sum(record));
        }

        @Override
        public void reject(Notice why) {}

        @Override
        public void remark(Notice notice) {}
    }

    @Test
    void aRowHasTheSumOfTheRecordMadeOfIt() throws IOException {
        Sums sums = read("""
                nom,id,mots_cles,titre,commune,seances,debut,organisateurs
                Autre titre,1, budget | données|| ,Atelier,Lille,,2020-11-05,Ville | Région
                Titre du seul nom,2,,,  Lille ,2020-11-05;2020-11-06|2020-11-07,,Ville
                ,3,|,Balade,,,,
                """);

        assertThat(sums.rows).hasSize(3).isEqualTo(sums.records);
    }

    @Test
    void everyChangedWordIsAnotherSumAndTheOrderOfColumnsIsNot() throws IOException {
        String header = "id,titre,commune,mots_cles,debut\n";
        Sums first = read("id,titre,commune,mots_cles,debut\n1,Atelier,Lille,budget|eau,2020-11-05\n");

        assertThat(read("debut,mots_cles,titre,id,commune\n2020-11-05, budget | eau,Atelier ,1, Lille\n").rows)
                .isEqualTo(first.rows);
        HashSet<Long> others = new HashSet<>(read(header + """
                        1,Atelier,Lille,budget,2020-11-05
                        1,Atelier,Lille,eau|budget,2020-11-05
                        1,Atelier,Lille,budgeteau,2020-11-05
                        1,Lille,Atelier,budget|eau,2020-11-05
                        1,Atelier,,budget|eau,2020-11-05
                        1,atelier,Lille,budget|eau,2020-11-05
                        """).rows);
        assertThat(others).hasSize(6).doesNotContainAnyElementsOf(first.rows);
    }

    @Test
    void aRowThatIsToBeRemarkedOnOrHoldsATreeIsMadeIntoARecord() throws IOException {
        Sums sums = read("""
                id,titre,seances
                1,Atelier
                2,Balade,"[{""begin"":""2020-11-05T10:00:00+0100"",""end"":""2020-11-05T11:00:00+0100""}]"
                ,Sans clé,2020-11-05
                """);

        assertThat(sums.rows).isEmpty();
        assertThat(sums.records).hasSize(3);
    }

    private Sums read(String feed) throws IOException {
        Path file = Files.writeString(folder.resolve("feed.csv"), feed);
        Sums sums = new Sums();
        FeedReaders.forFormat("csv")
                .orElseThrow()
                .read(new Delivery(SOURCE, Sha256.of(feed), file, feed.length(), Instant.EPOCH, null, null), sums);
        return sums;
    }
}
