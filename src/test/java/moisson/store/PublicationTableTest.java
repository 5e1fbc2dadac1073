package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import moisson.event.Cluster;
import moisson.event.Publication;
import moisson.store.PublicationTable.Change;
import moisson.store.PublicationTable.ChangeKind;
import moisson.store.PublicationTable.Life;
import org.junit.jupiter.api.Test;

class PublicationTableTest extends StoreContract {
    @Test
    void nothingIsPublishedAtFirst() {
        assertFound(tables -> tables.publications().latest()).isEmpty();
        assertMap(tables -> tables.publications().lives()).isEmpty();
    }

    @Test
    void aPublicationKeepsTheLivesThatChangedAndLeavesTheOthers() {
        Life first = new Life("X", "1", MORNING, MORNING);
        Life second = new Life("Y", "1", MORNING, MORNING);
        write(tables -> tables.publications().keep(publication(1), List.of(first, second)));
        Life changed = new Life("Y", "2", MORNING, NOON);
        write(tables -> tables.publications().keep(publication(2), List.of(changed)));

        assertFound(tables -> tables.publications().latest()).contains(publication(2));
        assertMap(tables -> tables.publications().lives()).isEqualTo(Map.of("X", first, "Y", changed));
        assertFound(tables -> tables.publications().life("Y")).contains(changed);
        assertFound(tables -> tables.publications().life("Z")).isEmpty();
    }

    @Test
    void whatEachVersionDidIsToldInTheOrderItWasWritten() {
        Change added = new Change(1, NOON, "X", 2020, ChangeKind.ADDED, "", null);
        Change changed = new Change(2, NOON, "X", 2020, ChangeKind.CHANGED, "titre|debut", null);
        Change removed = new Change(3, NOON, "X", 2020, ChangeKind.REMOVED, "", "Y");
        for (Change change : List.of(added, changed, removed)) {
            write(tables -> tables.publications().keep(publication(change.publication()), List.of(), List.of(change)));
        }

        assertList(tables -> tables.publications().changes()).containsExactly(added, changed, removed);
    }

    @Test
    void theNumbersHaveNoHoles() {
        assertThatIllegalArgumentException().isThrownBy(() -> keep(2));
        keep(1);
        assertThatIllegalArgumentException().isThrownBy(() -> keep(1));
        assertThatIllegalArgumentException().isThrownBy(() -> keep(3));
        keep(2);

        assertFound(tables -> tables.publications().latest()).contains(publication(2));
    }

    @Test
    void theSumOfWhatAVersionIsMadeOfStaysWhenOneIsPublishedAndChangesWithARecordOrACluster() {
        String nothing = inputs();
        keep(1);
        assertThat(inputs()).isEqualTo(nothing);
        long run = begin();
        assertThat(inputs()).isEqualTo(nothing);
        write(tables -> tables.records().keep(List.of(Kept.of(EventForTest.full(), "ligne 1", "{}")), run));
        String record = inputs();
        assertThat(record).isNotEqualTo(nothing);
        write(tables -> tables.clusters()
                .replace(List.of(new Cluster("X", List.of(EventForTest.full().id()))), List.of(), Map.of(), List.of()));
        assertThat(inputs()).isNotEqualTo(record);
    }

    private String inputs() {
        return ask(tables -> tables.publications().inputs());
    }

    private void keep(int number) {
        write(tables -> tables.publications().keep(publication(number), List.of()));
    }

    private static Publication publication(int number) {
        return new Publication(number, NOON, "hash " + number, 10 * number);
    }
}
