package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import org.junit.jupiter.api.Test;

/** Two Moissons can feed each other: every column that one publishes means something to the other. */
class OwnColumnsTest {
    @Test
    void everyPublishedColumnIsKnown() {
        assertThat(Columns.ALL)
                .extracting(Column::name)
                .allSatisfy(name -> assertThat(ColumnNames.meaning(name)).isPresent());
    }

    /** What is not read is what a Moisson says of its own work, or finds out again from what is read. */
    @Test
    void allAreReadButThoseThatTheReaderFindsOutItself() {
        assertThat(Columns.ALL)
                .extracting(Column::name)
                .filteredOn(name -> ColumnNames.meaning(name)
                        .filter(meaning -> meaning.field() != null || meaning.key())
                        .isEmpty())
                .containsExactly(
                        "code_departement",
                        "code_region",
                        "precision_position",
                        "sources",
                        "nb_sources",
                        "publie_le",
                        "completude");
    }
}
