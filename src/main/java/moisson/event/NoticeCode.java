package moisson.event;

/** Every notice we can give. What a code says here is its public documentation: see docs/notices.md. */
public enum NoticeCode {
    // Records that were left out
    MISSING_TITLE(
            Severity.ERROR,
            "L’enregistrement n’a pas de titre.",
            "The record has no title.",
            "Donnez un titre à l’événement dans votre source.",
            "Give the event a title in your source."),
    MISSING_DATE(
            Severity.ERROR,
            "L’enregistrement ne dit pas quand l’événement a lieu.",
            "The record does not say when the event takes place.",
            "Indiquez au moins le jour de début, par exemple 2020-11-05.",
            "Give at least the first day, for example 2020-11-05."),
    UNREADABLE_DATE(
            Severity.ERROR,
            "La date n’a pas pu être comprise.",
            "The date could not be understood.",
            "Écrivez la date au format AAAA-MM-JJ, et l’heure au format HH:MM.",
            "Write the date as YYYY-MM-DD and the hour as HH:MM."),
    IMPOSSIBLE_DATE(
            Severity.ERROR,
            "L’année est hors de l’intervalle plausible (2000 à 2100).",
            "The year is outside the plausible range (2000 to 2100).",
            "Corrigez l’année.",
            "Correct the year."),
    UNREADABLE_RECORD(
            Severity.ERROR,
            "L’enregistrement n’a pas pu être lu.",
            "The record could not be read.",
            "Vérifiez sa forme à l’endroit indiqué.",
            "Check its form at the place given."),
    DUPLICATE_KEY(
            Severity.ERROR,
            "Un autre enregistrement de la même livraison porte déjà cet identifiant avec un autre contenu.",
            "Another record of the same delivery has this key already, with other content.",
            "Donnez un identifiant différent à chaque événement.",
            "Give each event a key of its own."),
    NOT_AN_EVENT(
            Severity.ERROR,
            "L’enregistrement décrit autre chose qu’un événement.",
            "The record describes something other than an event.",
            "Retirez-le du flux des événements.",
            "Take it out of the feed of events."),
    // What explains the others
    NO_DATE_COLUMN(
            Severity.WARNING,
            "Aucune colonne ne donne de date ; voici celles du fichier.",
            "No column gives a date; these are the columns of the file.",
            "Ajoutez une colonne « debut » qui donne le jour, par exemple 2020-11-05. Si l’une des vôtres le donne, dites laquelle dans le fichier de la source, par exemple mapping: \"Jour de l’atelier=debut\", ou essayez avec check --map \"Jour de l’atelier=debut\".",
            "Add a column \"debut\" that gives the day, such as 2020-11-05. If one of yours gives it, say which in the source file, such as mapping: \"Day of the workshop=debut\", or try with check --map \"Day of the workshop=debut\"."),
    // Records that were kept as they are
    MISSING_KEY(
            Severity.WARNING,
            "L’enregistrement n’a pas d’identifiant : s’il change, il sera pris pour un nouveau.",
            "The record has no key: once changed it will be taken for a new one.",
            "Ajoutez une colonne ou un champ d’identifiant stable.",
            "Add a column or field with a stable key."),
    REPEATED_RECORD(
            Severity.WARNING,
            "Le même enregistrement figure plusieurs fois dans la livraison ; un seul est gardé.",
            "The same record stands several times in the delivery; one is kept.",
            "Retirez les répétitions.",
            "Remove the repetitions."),
    OUTSIDE_EDITIONS(
            Severity.WARNING,
            "L’événement ne touche les jours d’aucune édition connue : il est gardé mais pas publié.",
            "The event touches the days of no known edition: it is kept but not published.",
            "Vérifiez la date, ou l’édition déclarée.",
            "Check the date, or the edition declared."),
    AMBIGUOUS_DATE(
            Severity.WARNING,
            "La date peut se lire de plusieurs façons ; elle est lue jour/mois/année.",
            "The date can be read in several ways; it is read as day/month/year.",
            "Écrivez la date au format AAAA-MM-JJ.",
            "Write the date as YYYY-MM-DD."),
    UNREADABLE_END(
            Severity.WARNING,
            "La fin n’a pas pu être comprise ; l’événement est gardé sans fin.",
            "The end could not be understood; the event is kept without an end.",
            "Écrivez la fin au format AAAA-MM-JJTHH:MM.",
            "Write the end as YYYY-MM-DDTHH:MM."),
    END_BEFORE_START(
            Severity.WARNING,
            "La fin précède le début ; l’événement est gardé sans fin.",
            "The end comes before the start; the event is kept without an end.",
            "Corrigez la fin.",
            "Correct the end."),
    UNREADABLE_SESSION(
            Severity.WARNING,
            "Une des séances n’a pas pu être comprise ; les autres sont gardées.",
            "One of the sessions could not be understood; the others are kept.",
            "Corrigez les dates de cette séance.",
            "Correct the dates of this session."),
    DATES_DISAGREE(
            Severity.WARNING,
            "Deux champs donnent des dates différentes ; les séances sont gardées.",
            "Two fields give different dates; the sessions are kept.",
            "Accordez les deux champs.",
            "Make both fields agree."),
    UNKNOWN_COMMUNE(
            Severity.WARNING,
            "La commune n’a pas été trouvée dans le Code officiel géographique.",
            "The commune was not found in the Code officiel géographique.",
            "Vérifiez l’orthographe ou donnez le code INSEE.",
            "Check the spelling or give the INSEE code."),
    AMBIGUOUS_COMMUNE(
            Severity.WARNING,
            "Plusieurs communes portent ce nom ; aucune n’est choisie.",
            "Several communes bear this name; none is chosen.",
            "Ajoutez le code postal ou le code INSEE.",
            "Add the postal code or the INSEE code."),
    PLACE_DISAGREES(
            Severity.WARNING,
            "Deux champs donnent des lieux différents ; le plus précis est gardé.",
            "Two fields give different places; the most precise one is kept.",
            "Accordez la commune, le code postal et le code INSEE.",
            "Make commune, postal code and INSEE code agree."),
    FOREIGN_PLACE(
            Severity.WARNING,
            "Le lieu est hors de France ; il est gardé sans code INSEE.",
            "The place is outside France; it is kept without an INSEE code.",
            "Rien à faire si c’est voulu.",
            "Nothing to do if it is meant."),
    MISSING_PLACE(
            Severity.WARNING,
            "Un événement sur place ne dit pas où il a lieu.",
            "An event on site does not say where it takes place.",
            "Indiquez la commune, ou précisez que l’événement est en ligne.",
            "Give the commune, or say that the event is online."),
    POSITION_OUT_OF_RANGE(
            Severity.WARNING,
            "Les coordonnées sont impossibles ; elles sont écartées.",
            "The coordinates are impossible; they are left out.",
            "Donnez la latitude et la longitude en degrés décimaux (WGS 84).",
            "Give latitude and longitude in decimal degrees (WGS 84)."),
    UNKNOWN_WORD(
            Severity.WARNING,
            "Ce mot n’est pas dans notre vocabulaire ; la valeur « autre » ou aucune valeur est publiée.",
            "This word is not in our vocabulary; the value \"autre\" or no value is published.",
            "Employez un des mots de la documentation.",
            "Use one of the documented words."),
    INVALID_URL(
            Severity.WARNING,
            "L’adresse n’est pas une URL http(s) absolue ; elle est écartée.",
            "The address is not an absolute http(s) URL; it is left out.",
            "Écrivez l’adresse en entier, avec https://.",
            "Write the address in full, with https://."),
    TRUNCATED_TEXT(
            Severity.WARNING,
            "Le texte dépasse la longueur publiée ; il est coupé.",
            "The text is longer than what is published; it is cut.",
            "Raccourcissez le texte.",
            "Shorten the text."),
    PERSONAL_DATA(
            Severity.WARNING,
            "Le texte public contient une adresse électronique ou un numéro de téléphone.",
            "The public text holds an e-mail address or a telephone number.",
            "Retirez les coordonnées personnelles du texte.",
            "Remove personal contact details from the text."),
    PERSONAL_KEY(
            Severity.WARNING,
            "L’identifiant de l’enregistrement est l’adresse électronique d’une personne ; une somme la remplace partout.",
            "The record's identifier is a person's e-mail address; a sum stands for it everywhere.",
            "Donnez aux enregistrements un identifiant qui ne dise rien de personne.",
            "Give records an identifier that tells nothing of anybody."),
    TEST_EVENT(
            Severity.WARNING,
            "L’événement ressemble à un essai.",
            "The event looks like a test.",
            "Retirez les événements d’essai de votre source.",
            "Remove test events from your source."),
    UNREADABLE_VALUE(
            Severity.WARNING,
            "La valeur n’a pas pu être comprise ; elle est laissée de côté.",
            "The value could not be understood; it is left aside.",
            "Corrigez la valeur.",
            "Correct the value."),
    RAGGED_ROW(
            Severity.WARNING,
            "La ligne n’a pas autant de cellules que l’en-tête.",
            "The row does not have as many cells as the header.",
            "Vérifiez les séparateurs et les guillemets de la ligne.",
            "Check the separators and quotes of the row."),
    UNKNOWN_COLUMN(
            Severity.WARNING,
            "La colonne n’est pas connue ; ses valeurs sont gardées dans l’enregistrement mais pas publiées.",
            "The column is not known; its values are kept in the record but not published.",
            "Renommez la colonne d’après la documentation, si elle doit être publiée.",
            "Rename the column after the documentation if it should be published."),
    FLOATING_TIME(
            Severity.WARNING,
            "L’heure ne dit pas son fuseau ; celui de la source est supposé.",
            "The hour does not tell its zone; that of the source is assumed.",
            "Ajoutez le décalage, par exemple +01:00, ou un TZID.",
            "Add the offset, for example +01:00, or a TZID."),
    SKIPPED_HOUR(
            Severity.WARNING,
            "Cette heure n’existe pas ce jour-là (passage à l’heure d’été)\u202f; elle est avancée d’autant.",
            "There is no such hour on that day (summer time begins); it is moved forward by as much.",
            "Vérifiez l’heure.",
            "Check the hour."),
    REPEATED_HOUR(
            Severity.INFO,
            "Cette heure existe deux fois ce jour-là (passage à l’heure d’hiver)\u202f; la première est prise.",
            "There is such an hour twice on that day (summer time ends); the first one is taken.",
            "Ajoutez le décalage, par exemple +01:00.",
            "Add the offset, for example +01:00."),
    CUT_OFF(
            Severity.WARNING,
            "Le fichier s’interrompt avant sa fin ; ce qui précède est lu.",
            "The file stops before its end; what comes before is read.",
            "Vérifiez que le fichier est complet.",
            "Check that the file is whole."),
    REMOVED_AT_SOURCE(
            Severity.WARNING,
            "La source dit que l’enregistrement est retiré.",
            "The source says that the record is withdrawn.",
            "Rien à faire si c’est voulu.",
            "Nothing to do if it is meant."),
    // Corrections
    CLEANED_TEXT(
            Severity.INFO,
            "Le texte a été nettoyé (balises, entités, espaces, caractères invisibles).",
            "The text was cleaned (markup, entities, spaces, invisible characters).",
            "Rien à faire.",
            "Nothing to do."),
    CALMED_CAPITALS(
            Severity.INFO,
            "Le titre, tout en capitales, a été remis en minuscules.",
            "The title, all in capitals, was put in lower case.",
            "Écrivez le titre comme une phrase.",
            "Write the title as a sentence."),
    DETECTED_LANGUAGE(
            Severity.INFO,
            "La langue n’est pas dite ; elle a été reconnue d’après le texte.",
            "The language is not told; it was recognized from the text.",
            "Indiquez la langue.",
            "Say the language."),
    REPAIRED_ENCODING(
            Severity.INFO,
            "Des caractères mal codés ont été réparés.",
            "Wrongly encoded characters were repaired.",
            "Publiez votre fichier en UTF-8.",
            "Publish your file as UTF-8."),
    REPAIRED_JSON(
            Severity.INFO,
            "Le bloc JSON-LD n’est pas du JSON valable ; il a été réparé (virgule de trop, commentaire, caractère de contrôle, CDATA).",
            "The JSON-LD block is no valid JSON; it was repaired (extra comma, comment, control character, CDATA).",
            "Corrigez le bloc dans le code de la page.",
            "Correct the block in the code of the page."),
    STATUS_FROM_TITLE(
            Severity.INFO,
            "Le statut écrit dans le titre a été déplacé dans le statut.",
            "The status written in the title was moved to the status.",
            "Employez le champ de statut.",
            "Use the status field."),
    CLEANED_URL(
            Severity.INFO,
            "L’adresse a été corrigée (paramètres de suivi, schéma).",
            "The address was corrected (tracking parameters, scheme).",
            "Rien à faire.",
            "Nothing to do."),
    PADDED_CODE(
            Severity.INFO,
            "Un zéro perdu en tête d’un code a été rétabli.",
            "A zero lost at the head of a code was restored.",
            "Enregistrez les codes en texte et non en nombre.",
            "Save codes as text, not as numbers."),
    FORMER_COMMUNE(
            Severity.INFO,
            "La commune a fusionné depuis ; son code du moment est gardé.",
            "The commune has merged since; its code of the time is kept.",
            "Rien à faire.",
            "Nothing to do."),
    COMPLETED_PLACE(
            Severity.INFO,
            "Le lieu a été complété d’après le Code officiel géographique.",
            "The place was completed from the Code officiel géographique.",
            "Rien à faire.",
            "Nothing to do."),
    RESOLVED_ORGANISER(
            Severity.INFO,
            "Le sigle de l’organisateur a été développé.",
            "The organiser's acronym was expanded.",
            "Rien à faire.",
            "Nothing to do."),
    DEDUCED_MODE(
            Severity.INFO,
            "Le mode (sur place, en ligne) a été déduit du lieu ou du format.",
            "The mode (on site, online) was deduced from the place or the format.",
            "Indiquez le mode.",
            "Say the mode."),
    MASKED_CONTACT(
            Severity.INFO,
            "Une coordonnée personnelle a été masquée dans le texte public.",
            "A personal contact detail was masked in the public text.",
            "Retirez-la de votre texte.",
            "Remove it from your text.");

    private final Severity severity;
    private final String french;
    private final String english;
    private final String frenchRemedy;
    private final String englishRemedy;

    NoticeCode(Severity severity, String french, String english, String frenchRemedy, String englishRemedy) {
        this.severity = severity;
        this.french = french;
        this.english = english;
        this.frenchRemedy = frenchRemedy;
        this.englishRemedy = englishRemedy;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether it says why others were given so often, and is to be read before them. */
    public boolean isExplanation() {
        return this == NO_DATE_COLUMN;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }

    /** What the source's owner can do about it, in French. */
    public String frenchRemedy() {
        return frenchRemedy;
    }

    public String englishRemedy() {
        return englishRemedy;
    }
}
