package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moisson.event.Bounds;
import moisson.event.Delivery;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {
    private static final String DECLARED =
            "Ce qui se passe = titre, Quand ça commence=debut, Visa=rien, Réf. interne=id";

    @TempDir
    private Path folder;

    private final List<SourceRecord> records = new ArrayList<>();
    private final List<Notice> remarks = new ArrayList<>();

    @Test
    void whatAFileDeclaresIsReadInCsv() throws IOException {
        read("csv", Files.writeString(file(), """
                CE QUI SE PASSE;quand ca commence;Visa;Réf. interne;Autre
                Atelier fictif;2020-11-05;oui;R-7;?
                """));

        assertRead();
        assertThat(remarks).extracting(Notice::field).containsExactly("Autre");
    }

    @Test
    void whatAFileDeclaresIsReadInJson() throws IOException {
        read("json", Files.writeString(file(), """
                [{"Ce qui se passe": "Atelier fictif", "Quand ça commence": "2020-11-05", "Réf. interne": "R-7"}]"""));

        assertRead();
    }

    @Test
    void whatAFileDeclaresIsReadInWorkbooks() throws IOException {
        try (OutputStream out = Files.newOutputStream(file());
                Workbook workbook = new Workbook(out, "Essai", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Programme");
            List<List<String>> rows = List.of(
                    List.of("Ce qui se passe", "Quand ça commence", "Réf. interne"),
                    List.of("Atelier fictif", "2020-11-05", "R-7"));
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 3; column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        read("xlsx", file());

        assertRead();
    }

    @Test
    void aDeclaredColumnWinsOverOneWhoseNameWeKnow() throws IOException {
        read("csv", Files.writeString(file(), "titre,Ce qui se passe,debut\nDossier 12,Atelier fictif,2020-11-05\n"));

        assertThat(records.getFirst().first(Field.TITLE)).hasValue("Atelier fictif");
    }

    @Test
    void aColumnThatIsRightlyNotReadIsNotComplainedAbout() throws IOException {
        read(
                "csv",
                Files.writeString(file(), "Ce qui se passe;Quand ça commence;Visa\nAtelier fictif;2020-11-05;oui\n"));

        assertThat(remarks).extracting(Notice::code).doesNotContain(NoticeCode.UNKNOWN_COLUMN);
    }

    @Test
    void aDeclarationThatMakesNoSenseIsRefusedWithTheRemedy() {
        assertThat(Mapping.parse(" ")).isEmpty();
        assertThat(Mapping.parse("a=b=titre")).containsExactly(Map.entry("a=b", "titre"));
        assertThatThrownBy(() -> Mapping.parse("Où"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leur colonne=champ");
        assertThatThrownBy(() -> Mapping.parse("Où=endroit magique"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endroit magique")
                .hasMessageContaining("code_postal");
    }

    @Test
    void everyFieldIsShownUnderANameThatMeansIt() {
        assertThat(Field.values())
                .allSatisfy(field ->
                        assertThat(ColumnNames.field(FieldNames.of(field))).hasValue(field));
        assertThat(ColumnNames.meaning(FieldNames.KEY))
                .hasValueSatisfying(meaning -> assertThat(meaning.key()).isTrue());
        assertThat(ColumnNames.meaning(Mapping.NOTHING)).isEmpty();
    }

    private void assertRead() {
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().first(Field.TITLE)).hasValue("Atelier fictif");
        assertThat(records.getFirst().first(Field.START)).hasValue("2020-11-05");
        assertThat(records.getFirst().key()).isEqualTo("R-7");
    }

    private Path file() {
        return folder.resolve("feed");
    }

    private void read(String format, Path file) throws IOException {
        Source source = new Source(
                "essai",
                "Essai",
                format,
                "x",
                null,
                "Europe/Paris",
                "",
                true,
                0,
                Bounds.LEARNED,
                Mapping.parse(DECLARED));
        Delivery delivery = new Delivery(
                source, "0".repeat(64), file, Files.size(file), Instant.parse("2020-11-01T00:00:00Z"), null, null);
        FeedReaders.forFormat(format).orElseThrow().read(delivery, new RecordSink() {
            @Override
            public void record(SourceRecord record, List<Notice> notices) {
                records.add(record);
            }

            @Override
            public void reject(Notice why) {
                throw new AssertionError(why);
            }

            @Override
            public void remark(Notice notice) {
                remarks.add(notice);
            }
        });
    }
}
