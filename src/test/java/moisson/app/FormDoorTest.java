package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import moisson.event.Counts;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.serve.form.FormAnswer;
import moisson.serve.form.ProposalDesk;
import moisson.serve.form.ProposalForm;
import moisson.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormDoorTest {
    @TempDir
    Path folder;

    @Test
    void aContactIsForgottenWhenItsDayHasPassedInParisAndNotBefore() {
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("moisson.db"), null, null)) {
            store.inTransaction(tables -> {
                tables.contacts()
                        .keep(
                                "2020-P-00000001",
                                "Service fictif",
                                "service@example.org",
                                Instant.parse("2020-10-01T08:00:00Z"),
                                LocalDate.of(2020, 11, 30));
                return tables;
            });

            door(store, "2020-11-30T22:59:59Z").forget();
            assertThat(isKept(store)).isTrue();

            door(store, "2020-11-30T23:00:00Z").forget();
            assertThat(isKept(store)).isFalse();
        }
    }

    @Test
    void whoeverProposesIsToldWhenTheContactCannotBeKept() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("moisson.db");
        FormAnswer accepted = new FormAnswer(
                303,
                "/proposer/recu/2020-P-00000001",
                "",
                "2020-P-00000001",
                "{}",
                new FormAnswer.Contact("Service fictif", "service@example.org", LocalDate.of(2020, 11, 30)));
        Instant now = Instant.parse("2020-10-01T08:00:00Z");
        Run done = new Run(1, "formulaire", RunState.DONE, now, now, null, Counts.NONE, null, Map.of());
        try (Store store = Store.open(url, null, null)) {
            FormDoor door = door(store, "2020-10-01T08:00:00Z");
            assertThat(door.conclude(new Sent(Map.of(), accepted), done).getStatus())
                    .isEqualTo(303);
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table contact");
            }

            assertThat(door.conclude(new Sent(Map.of(), accepted), done).getStatus())
                    .isNotEqualTo(303);
        }
    }

    private static FormDoor door(Store store, String now) {
        ProposalForm form = new ProposalForm(new ProposalDesk(List::of, "secret", "Essai"));
        return new FormDoor(form, store, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static boolean isKept(Store store) {
        return store.read(tables -> tables.contacts().find("2020-P-00000001").isPresent());
    }
}
