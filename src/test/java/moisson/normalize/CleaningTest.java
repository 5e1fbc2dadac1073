package moisson.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import moisson.reference.Contacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {
    @ParameterizedTest
    @CsvSource({
        "SÃ¨vres, Sèvres",
        "lâ€™Ã©tÃ©, l’été",
        "Å“uvre, œuvre",
        "NÂ° 5, N° 5",
        "été déjà juste, été déjà juste",
        "Île-de-France À ÉVRY, Île-de-France À ÉVRY",
        "São Paulo, São Paulo",
    })
    void onlyCertainMojibakeIsRepaired(String text, String repaired) {
        assertThat(Mojibake.repaired(text)).isEqualTo(repaired);
    }

    @Test
    void aSignLessThanIsNoTag() {
        assertThat(Markup.plain("5 < 6 et <3 et <video>")).isEqualTo("5 < 6 et <3 et <video>");
    }

    @Test
    void scriptsLeaveNothing() {
        assertThat(Markup.plain("a<script>alert('x')</script>b&lt;script&gt;c&lt;/script&gt;"))
                .isEqualTo("ab");
    }

    @Test
    void spacesThatFrenchWantsStay() {
        assertThat(Spaces.tidied("Qui\u00a0? \u00a0 1\u202f000 €  «\u00a0ici\u00a0»\u00a0x", false))
                .isEqualTo("Qui\u00a0? 1\u202f000 € «\u00a0ici\u00a0» x");
    }

    @Test
    void aFamilyKeepsItsJoiners() {
        assertThat(Spaces.tidied("👩\u200d👧 a\u200db", false)).isEqualTo("👩\u200d👧 ab");
    }

    @ParameterizedTest
    @CsvSource({
        "jean.exemple@exemple.org, true",
        "j.exemple@exemple.org, true",
        "contact@exemple.org, false",
        "dsi.numerique@exemple.org, false",
        "lab14@exemple.org, false",
        "rien ici, false",
    })
    void personsAreToldFromServices(String text, boolean person) {
        assertThat(Contacts.holdsPersonalEmail("Écrire à " + text)).isEqualTo(person);
    }

    @ParameterizedTest
    @CsvSource({
        "01 23 45 67 89",
        "0123456789",
        "+33 1 23 45 67 89",
        "+33 (0)1 23 45 67 89",
        "01.23.45.67.89",
        "a.b@exemple.fr",
        "a.b [at] exemple.fr",
        "a.b(at)exemple.fr",
    })
    void contactsOfTheFormAreMasked(String contact) {
        assertThat(Contacts.masked("Voir " + contact + " merci")).isEqualTo("Voir " + Contacts.MASK + " merci");
    }

    @ParameterizedTest
    @CsvSource({"le 05/11/2020 à 9h", "75007 Paris 2020", "12345678901234567890", "SIRET 130 025 265 00013", "@moisson"
    })
    void otherNumbersAreNot(String text) {
        assertThat(Contacts.masked(text)).isEqualTo(text);
    }
}
