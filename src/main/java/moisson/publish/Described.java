package moisson.publish;

import java.util.List;
import moisson.publish.format.Heading;
import moisson.publish.format.Headings;

/** The tables that are published as CSV and described column by column. */
enum Described {
    EVENTS(Building.EVENTS, "Événements de l’innovation publique", "id", Headings.EVENTS),
    FIGURES(Building.FIGURES, "Statistiques de l’innovation publique", "", Headings.FIGURES),
    MEMBERS(
            Building.MEMBERS,
            "Sources et doublons : quel enregistrement est devenu quel événement",
            "",
            Headings.MEMBERS),
    CHANGES(Building.CHANGES, "Changements : ce que chaque version ajoute, modifie et retire", "", Headings.CHANGES);

    private final String dataset;
    private final String title;
    private final String unique;
    // Copied, and made of records.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Heading> headings;

    Described(String dataset, String title, String unique, List<Heading> headings) {
        this.dataset = dataset;
        this.title = title;
        this.unique = unique;
        this.headings = List.copyOf(headings);
    }

    String dataset() {
        return dataset;
    }

    String title() {
        return title;
    }

    /** The column that names a row; empty when none does alone. */
    String unique() {
        return unique;
    }

    List<Heading> headings() {
        return headings;
    }
}
