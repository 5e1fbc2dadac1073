package moisson.serve.sparql.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import moisson.serve.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it is parsed, and what is not though it is long. */
class QueryTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"?o=1||", "FILTER(?o=1) ", "<a:>/", "1+", "{} UNION ", "1,"})
    void whatWouldTakeLongToParseIsRefused(String piece) {
        String query = "SELECT * { ?s ?p ?o " + piece.repeat(25_000) + " }";
        assertThatThrownBy(() -> QueryText.check(query)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(<http://example.org/a/b/c/d-e> -1.5 -2) ",
                "\"a|b/c\\\"&&+,\" ",
                "'it''s = ' ",
                "\"\"\"a \"quoted\" | text\"\"\" "
            })
    void valuesInGreatNumberArePassed(String row) {
        String query = "# it's = a + comment\nSELECT * { VALUES (?a ?b ?c) { " + row.repeat(9_000) + "} }";
        assertThatCode(() -> QueryText.check(query)).doesNotThrowAnyException();
    }

    @Test
    void aLongTextDoesNotExhaustTheStack() {
        assertThatCode(() -> QueryText.check("ASK { FILTER(\"" + "\\\\ ".repeat(60_000) + "\" = ?x) }"))
                .doesNotThrowAnyException();
    }
}
