package moisson.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moisson.event.Field;

/** The name under which we show each field to partners: one of those that {@link ColumnNames} knows. */
final class FieldNames {
    /** Not among the fields: the source's own key. */
    static final String KEY = "identifiant";

    private static final Map<Field, String> SHOWN = new EnumMap<>(Field.class);

    static {
        SHOWN.put(Field.TITLE, "titre");
        SHOWN.put(Field.DESCRIPTION, "description");
        SHOWN.put(Field.SUMMARY, "resume");
        SHOWN.put(Field.LANGUAGE, "langue");
        SHOWN.put(Field.FORMAT, "format");
        SHOWN.put(Field.MODE, "mode");
        SHOWN.put(Field.STATUS, "statut");
        SHOWN.put(Field.START, "debut");
        SHOWN.put(Field.END, "fin");
        SHOWN.put(Field.START_TIME, "heure_debut");
        SHOWN.put(Field.END_TIME, "heure_fin");
        SHOWN.put(Field.SESSION, "seances");
        SHOWN.put(Field.WHEN, "dates");
        SHOWN.put(Field.ZONE, "fuseau");
        SHOWN.put(Field.AVAILABLE_FROM, "disponible_du");
        SHOWN.put(Field.AVAILABLE_UNTIL, "disponible_au");
        SHOWN.put(Field.VENUE, "lieu");
        SHOWN.put(Field.ADDRESS, "adresse");
        SHOWN.put(Field.POSTCODE, "code_postal");
        SHOWN.put(Field.COMMUNE, "commune");
        SHOWN.put(Field.INSEE, "code_commune");
        SHOWN.put(Field.DEPARTMENT, "departement");
        SHOWN.put(Field.REGION, "region");
        SHOWN.put(Field.COUNTRY, "pays");
        SHOWN.put(Field.LATITUDE, "latitude");
        SHOWN.put(Field.LONGITUDE, "longitude");
        SHOWN.put(Field.POSITION, "coordonnees");
        SHOWN.put(Field.ORGANISER, "organisateurs");
        SHOWN.put(Field.ORGANISER_TYPE, "type_organisateur");
        SHOWN.put(Field.AUDIENCE, "publics");
        SHOWN.put(Field.THEME, "themes");
        SHOWN.put(Field.KEYWORD, "mots_cles");
        SHOWN.put(Field.FREE, "gratuit");
        SHOWN.put(Field.PRICE, "tarif");
        SHOWN.put(Field.ACCESSIBILITY, "accessibilite");
        SHOWN.put(Field.URL, "url");
        SHOWN.put(Field.REGISTRATION, "inscription");
        SHOWN.put(Field.EDITION, "edition");
        SHOWN.put(Field.UPDATED, "modifie_le");
        SHOWN.put(Field.REMOVED, "supprime");
    }

    private FieldNames() {}

    static String of(Field field) {
        return SHOWN.getOrDefault(field, field.name().toLowerCase(Locale.ROOT));
    }

    /** All of them, the key first. */
    static List<String> list() {
        List<String> names = new java.util.ArrayList<>(List.of(KEY));
        SHOWN.values().forEach(names::add);
        return names;
    }
}
