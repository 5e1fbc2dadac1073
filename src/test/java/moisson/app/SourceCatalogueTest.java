package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCatalogueTest {
    @ParameterizedTest
    @CsvSource({
        "https://exemple.example/v2/events?key=cle&size=300, https://exemple.example/v2/events",
        "https://compte:cle@exemple.example/a@b.csv, https://exemple.example/a@b.csv",
        "https://exemple.example/agenda.ics, https://exemple.example/agenda.ics",
        "/depot/ville?, /depot/ville?"
    })
    void whereASourceIsFetchedIsToldWithoutSecrets(String url, String told) {
        assertThat(SourceCatalogue.withoutSecrets(url)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "sftp.exemple.example, depot, sftp://sftp.exemple.example/depot",
        "sftp.exemple.example, /depot/agenda 2019, sftp://sftp.exemple.example/depot/agenda%202019",
        "partenaire:sesame@sftp.exemple.example, depot?password=sesame, sftp://sftp.exemple.example/depot",
        "2001:db8::7, '', sftp://[2001:db8::7]/",
        "deux mots, depot, sftp:"
    })
    void anSftpSourceIsToldByItsServerAndFolder(String host, String folder, String told) {
        assertThat(SourceCatalogue.location(Map.of(
                        "host", host, "folder", folder, "username", "partenaire", "password", "sesame", "port", "22")))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "imaps, INBOX, imaps://courrier.exemple.example/INBOX",
        "imap, Agenda partenaires, imap://courrier.exemple.example/Agenda%20partenaires"
    })
    void aMailSourceIsToldByItsServerAndMailbox(String protocol, String mailbox, String told) {
        assertThat(SourceCatalogue.location(Map.of(
                        "protocol",
                        protocol,
                        "host",
                        "courrier.exemple.example",
                        "mailbox",
                        mailbox,
                        "username",
                        "moisson",
                        "password",
                        "sesame")))
                .isEqualTo(told);
    }
}
