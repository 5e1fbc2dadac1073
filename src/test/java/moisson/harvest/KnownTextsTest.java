package moisson.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import moisson.event.Notice;
import moisson.event.Run;
import moisson.store.Store;
import org.junit.jupiter.api.Test;

/** Rows that come again letter by letter are not parsed again, and the harvest tells the same. */
class KnownTextsTest extends HarvestForTest {
    private static final String LATE = "x,Atelier,20/11/2019,Lille,59350,Ville\r\n";

    @Test
    void aHarvestThatKnowsTextsTellsWhatOneTellsThatKnowsNone() throws IOException {
        Random random = new Random(20);
        try (Store other = Store.open("jdbc:sqlite:" + folder.resolve("autre.db"), null, null)) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                rows.add(anyRow(random, i));
            }
            for (int round = 0; round < 12; round++) {
                for (int change = 0; change < 5; change++) {
                    rows.set(random.nextInt(rows.size()), anyRow(random, random.nextInt(80)));
                }
                if (round % 3 == 0) {
                    Collections.shuffle(rows, random);
                }
                String feed = HEADER + String.join("", rows);
                Run run = bringIn(store, "avec", feed);
                assertThat(texts("avec")).isNotEmpty();
                Run without = bringIn(other, "sans", feed);
                forget("sans");

                assertThat(run.counts()).as(feed).isEqualTo(without.counts());
                assertThat(run.noticeCounts()).isEqualTo(without.noticeCounts());
                assertThat(notices(store, run)).isEqualTo(notices(other, without));
                assertThat(state(store)).isEqualTo(state(other));
            }
        }
    }

    @Test
    void aTextUnderAnotherHeaderIsAnotherRecord() {
        bringIn(rows(0, 5));
        Run run = harvest()
                .bringIn(
                        source(),
                        bytes(HEADER.replace("titre,debut,commune", "titre,debut,lieu") + rows(0, 5)),
                        Harvest.Headers.NONE);

        assertThat(run.counts().updated()).isEqualTo(5);
    }

    @Test
    void whatIsKnownOfTextsMayBeLostAndIsWorthNothingToAnotherProcess() throws IOException {
        bringIn(rows(0, 5) + LATE);
        Path file = texts("archive").getFirst();
        byte[] written = Files.readAllBytes(file);
        written[0]++;
        Files.write(file, written);
        assertThat(bringIn(rows(0, 4) + LATE).counts().unchanged()).isEqualTo(5);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
        assertThat(bringIn(rows(0, 4)).counts().unchanged()).isEqualTo(4);

        harvest().recover();

        assertThat(texts("archive")).isEmpty();
        assertThat(bringIn(rows(0, 3) + LATE).counts().unchanged()).isEqualTo(4);
    }

    @Test
    void aFewRowsAreNotWorthAFile() {
        bringIn(rows(0, 5));
        assertThat(texts("archive")).isNotEmpty();

        assertThat(bringIn(rows(0, 4)).counts().unchanged()).isEqualTo(4);
        assertThat(texts("archive")).isEmpty();
        assertThat(bringIn(rows(0, 3)).counts().unchanged()).isEqualTo(3);
    }

    private static String anyRow(Random random, int key) {
        return switch (random.nextInt(9)) {
            case 0 -> key + ",\"Sur deux\r\nlignes\",2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n";
            case 1 -> key + ",Sans date,,Lille,59350,Ville\r\n";
            case 2 -> key + ",Une cellule de trop,2019-11-20,Lille,59350,Ville,trop\r\n";
            case 3 -> "," + "Sans clé " + key + ",2019-11-20,Lille,59350,Ville\r\n";
            case 4 -> "\r\n";
            case 6 -> key + ",Trop d’organisateurs,2019-11-20,Lille,59350," + "a|".repeat(5_001) + "\r\n";
            case 5 -> key + ",[ANNULÉ] Atelier,20/11/2019 de 10h à 12h,Lile,59350,Ville\r\n";
            default -> row(key, "Atelier " + random.nextInt(3));
        };
    }

    private Run bringIn(Store where, String archive, String feed) {
        return harvest(where, folder.resolve(archive)).bringIn(source(), bytes(feed), Harvest.Headers.NONE);
    }

    private static List<Notice> notices(Store where, Run run) {
        return where.read(tables -> tables.runs().notices(run.id()));
    }

    private static Map<String, String> state(Store where) {
        Map<String, String> state = new TreeMap<>();
        where.read(tables -> tables.records().known("essai"))
                .forEach((key, known) -> state.put(key, String.valueOf(known)));
        return state;
    }

    private List<Path> texts(String archive) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.resolve(archive), KnownTexts.FILES)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private void forget(String archive) throws IOException {
        for (Path file : texts(archive)) {
            Files.delete(file);
        }
    }
}
