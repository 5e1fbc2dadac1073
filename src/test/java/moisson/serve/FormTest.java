package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import moisson.serve.form.FormAnswer;
import moisson.serve.form.ProposalDesk;
import moisson.serve.form.ProposalForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in all its states. */
class FormTest {
    private static final Instant OPENED = SiteForTest.NOW;
    private static final Instant SENT = OPENED.plusSeconds(60);
    private static final ProposalDesk DESK =
            new ProposalDesk(() -> EventsForTest.EDITIONS, SiteForTest.SECRET, "le service");

    @TempDir
    private Path home;

    private final ProposalForm form = new ProposalForm(DESK);

    private static Map<String, String> good(String stamp) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("jeton", stamp);
        fields.put("titre", "Atelier d’essai");
        fields.put("description", "On essaie, puis on raconte. Du 3/11 au 4/11, salle 2020.");
        fields.put("format", "atelier");
        fields.put("mode", "sur-place");
        fields.put("date", "03/11/2020");
        fields.put("heure_debut", "9h30");
        fields.put("heure_fin", "17:00");
        fields.put("lieu", "Salle des essais");
        fields.put("commune", "Lille");
        fields.put("code_postal", "59000");
        fields.put("organisateur", "Ville fictive");
        fields.put("type_organisateur", "collectivite-territoriale");
        fields.put("contact_nom", "Contact fictif");
        fields.put("contact_courriel", "contact@exemple.fr");
        fields.put("consentement", "oui");
        return fields;
    }

    /** A stamp as the page gives it. */
    private String stamp(Instant now) {
        try (SiteForTest site = new SiteForTest(home, now, 0, false)) {
            Matcher matcher = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"")
                    .matcher(site.get("/proposer").body());
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Test
    void aGoodProposalBecomesASubmissionAndItsContactStaysApart() {
        FormAnswer answer = form.answer(good(stamp(OPENED)), "192.0.2.1", SENT);
        assertThat(answer.status()).as(answer.html()).isEqualTo(303);
        assertThat(answer.reference()).matches("2020-P-[0-9A-Z]{8}");
        assertThat(answer.location()).isEqualTo("/proposer/recu/" + answer.reference());
        assertThat(answer.submissionJson())
                .contains("\"id\":\"" + answer.reference() + "\"", "\"titre\":\"Atelier d’essai\"", "\"edition\":2020")
                .contains("\"debut\":\"2020-11-03T09:30\"", "\"fin\":\"2020-11-03T17:00\"", "\"format\":\"atelier\"")
                .contains("\"mode\":\"sur place\"", "\"type_organisateur\":\"collectivité territoriale\"")
                .doesNotContain("Contact fictif", "exemple.fr", "jeton", "consentement");
        assertThat(answer.contact())
                .isEqualTo(new FormAnswer.Contact("Contact fictif", "contact@exemple.fr", LocalDate.of(2020, 11, 30)));
    }

    @Test
    void theWholeWayOverHttp() {
        try (SiteForTest site = new SiteForTest(home)) {
            HttpResponse<String> page = site.get("/proposer");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.body())
                    .contains(
                            "action=\"/proposer/envoyer\"",
                            "saisir la CNIL",
                            "facultatif",
                            "31\u00a0octobre\u00a02020 à 23\u202fh\u202f59");
            Matcher stamp = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"").matcher(page.body());
            assertThat(stamp.find()).isTrue();
            HttpResponse<String> answer = site.post(
                    "/proposer/envoyer",
                    encoded(good(stamp.group(1))),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).as("sent at once: too fast").isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.body()).contains("moins de trois secondes", "value=\"Atelier d’essai\"");
            assertThat(site.get("/proposer/recu/2020-P-ABCDEFGH").body())
                    .contains("2020-P-ABCDEFGH", "Proposition reçue");
            assertThat(site.get("/proposer/recu/%3Cb%3E").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "titre | | Donnez un titre",
                "format | bal | Choisissez le format",
                "mode | | Dites si",
                "date | 31/02/2020 | Cette date n’existe pas",
                "date | 03/12/2020 | Choisissez un jour de l’édition",
                "date_fin | 2020-11-02 | Le dernier jour précède",
                "heure_debut | 25:00 | Écrivez l’heure",
                "heure_fin | 9:00 | L’heure de fin doit suivre",
                "commune | | Indiquez la commune",
                "code_postal | 590 | cinq chiffres",
                "organisateur | | Indiquez l’organisme",
                "contact_courriel | pas une adresse | adresse électronique valable",
                "consentement | | Confirmez",
                "url | javascript:alert(1) | commence par https",
                "description | Écrivez à contact@exemple.fr | «\u202fcontact@exemple.fr\u202f»",
                "titre | Appelez le 06 12 34 56 78 | «\u202f06 12 34 56 78\u202f»",
                "adresse | +33 6 12 34 56 78 | numéro de téléphone",
            })
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost(String field, String value, String message) {
        Map<String, String> fields = good(stamp(OPENED));
        fields.put(field, value == null ? "" : value);
        FormAnswer answer = form.answer(fields, "192.0.2.1", SENT);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.submissionJson()).isNull();
        assertThat(answer.contact()).isNull();
        assertThat(answer.html())
                .contains(
                        "<title>Erreur\u202f: ",
                        "role=\"alert\"",
                        "<li><a href=\"#" + field + "\">",
                        "id=\"erreur-" + field)
                .contains(message)
                .contains(
                        "id=\"" + field + "\"",
                        field.equals("mode") ? "<fieldset" : "aria-invalid=\"true\"",
                        "Salle des essais");
    }

    @Test
    void anOnlineEventNeedsNoPlaceAndNumbersAreNotTelephones() {
        Map<String, String> fields = good(stamp(OPENED));
        fields.put("mode", "en-ligne");
        fields.put("lieu", "");
        fields.put("commune", "");
        fields.put("code_postal", "");
        fields.put("description", "En 2020, 1 000 000 d’usagers ; réf. 2020-11-03 ; de 09 h 30 à 10 h 45.");
        assertThat(form.answer(fields, "192.0.2.1", SENT).status()).isEqualTo(303);
    }

    @Test
    void robotsAreTurnedAwayKindly() {
        String stamp = stamp(OPENED);
        Map<String, String> honey = good(stamp);
        honey.put("site_personnel", "https://exemple.fr");
        assertThat(form.answer(honey, "192.0.2.1", SENT).html()).contains("champ caché");
        assertThat(form.answer(good("1602748800000." + "0".repeat(64)), "192.0.2.1", SENT)
                        .status())
                .isEqualTo(422);
        assertThat(form.answer(good(stamp), "192.0.2.1", OPENED.plusSeconds(2)).status())
                .isEqualTo(422);
        assertThat(form.answer(good(stamp), "192.0.2.1", OPENED.plusSeconds(90_000))
                        .status())
                .isEqualTo(422);
        assertThat(form.answer(Map.of(), "192.0.2.1", SENT).status()).isEqualTo(422);
    }

    @Test
    void afterFiveProposalsOneWaitsTenMinutes() {
        String stamp = stamp(OPENED);
        for (int i = 0; i < 5; i++) {
            assertThat(form.answer(good(stamp), "192.0.2.1", SENT).status()).isEqualTo(303);
        }
        assertThat(form.answer(good(stamp), "192.0.2.1", SENT).status()).isEqualTo(429);
        assertThat(form.answer(good(stamp), "192.0.2.2", SENT).status()).isEqualTo(303);
        assertThat(form.answer(good(stamp), "192.0.2.1", SENT.plusSeconds(601)).status())
                .isEqualTo(303);
    }

    @Test
    void theFormClosesAtMidnightInParisWithAQuarterOfAnHourForThoseWhoWereWriting() {
        Instant midnight = Instant.parse("2020-10-31T23:00:00Z");
        String before = stamp(midnight.minusSeconds(3_000));
        assertThat(form.answer(good(before), "192.0.2.1", midnight.minusSeconds(1))
                        .status())
                .isEqualTo(303);
        assertThat(form.answer(good(before), "192.0.2.1", midnight.plusSeconds(840))
                        .status())
                .isEqualTo(303);
        assertThat(form.answer(good(before), "192.0.2.1", midnight.plusSeconds(901))
                        .status())
                .isEqualTo(403);
        FormAnswer late = form.answer(good("rien"), "192.0.2.1", midnight.plusSeconds(60));
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.html())
                .contains(
                        "Le dépôt a fermé le 31\u00a0octobre\u00a02020 à 23\u202fh\u202f59", "contact@moisson.example");
    }

    @Test
    void aClosedFormSaysWhenAndWhyAndWhenItOpensAgain() {
        try (SiteForTest site = new SiteForTest(home, Instant.parse("2020-12-01T12:00:00Z"), 0, false)) {
            HttpResponse<String> page = site.get("/proposer");
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body())
                    .contains(
                            "Le dépôt a fermé le 31\u00a0octobre\u00a02020", "Contact", "1er\u00a0septembre\u00a02021")
                    .doesNotContain("<form");
            assertThat(site.get("/").body()).doesNotContain("Les propositions sont ouvertes");
        }
    }

    @Test
    void noAnswerHoldsTheContactInItsAddress() {
        List<FormAnswer> answers = List.of(form.answer(good(stamp(OPENED)), "192.0.2.1", SENT));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.location()).doesNotContain("exemple", "Contact"));
    }
}
