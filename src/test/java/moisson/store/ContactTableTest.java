package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import moisson.store.ContactTable.Contact;
import org.junit.jupiter.api.Test;

class ContactTableTest extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);
    private static final String EMAIL = "adresse-fictive@exemple.fr";

    @Test
    void aContactIsKeptUntilTheEndOfItsDayAndThenForgotten() {
        keep("p1", EMAIL);

        assertThat(forget(DAY)).isZero();
        assertFound(tables -> tables.contacts().find("p1")).contains(new Contact("Service fictif", EMAIL, NOON, DAY));
        assertThat(forget(DAY.plusDays(1))).isEqualTo(1);
        assertFound(tables -> tables.contacts().find("p1")).isEmpty();
    }

    @Test
    void aContactGivenAgainReplacesTheFirst() {
        keep("p1", EMAIL);
        keep("p1", "autre@exemple.fr");

        assertFound(tables -> tables.contacts().find("p1"))
                .hasValueSatisfying(contact -> assertThat(contact.email()).isEqualTo("autre@exemple.fr"));
    }

    @Test
    void aForgottenContactIsNoLongerInTheBytesOfTheFile() throws IOException {
        assumeTrue(engine == Engine.SQLITE);
        keep("p1", EMAIL);
        store.close();
        assertThat(bytes().contains(EMAIL)).isTrue();

        store = open();
        forget(DAY.plusDays(1));
        store.close();
        assertThat(bytes().contains(EMAIL)).isFalse();
    }

    private String bytes() throws IOException {
        return Files.readString(folder.resolve("moisson.db"), StandardCharsets.ISO_8859_1);
    }

    private void keep(String proposal, String email) {
        write(tables -> tables.contacts().keep(proposal, "Service fictif", email, NOON, DAY));
    }

    private int forget(LocalDate today) {
        return store.inTransaction(tables -> tables.contacts().forget(today));
    }
}
