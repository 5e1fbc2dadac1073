package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

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
}
