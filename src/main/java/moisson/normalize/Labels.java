package moisson.normalize;

import moisson.event.Field;

/** How a field is called in a notice, in French. */
final class Labels {
    private Labels() {}

    static String of(Field field) {
        return switch (field) {
            case TITLE -> "titre";
            case DESCRIPTION -> "description";
            case SUMMARY -> "description courte";
            case LANGUAGE -> "langue";
            case FORMAT -> "format";
            case MODE -> "mode";
            case STATUS -> "statut";
            case START -> "début";
            case END -> "fin";
            case START_TIME -> "heure de début";
            case END_TIME -> "heure de fin";
            case SESSION -> "séances";
            case WHEN -> "quand";
            case ZONE -> "fuseau";
            case AVAILABLE_FROM -> "disponible du";
            case AVAILABLE_UNTIL -> "disponible au";
            case VENUE -> "lieu";
            case ADDRESS -> "adresse";
            case POSTCODE -> "code postal";
            case COMMUNE -> "commune";
            case INSEE -> "code commune";
            case DEPARTMENT -> "département";
            case REGION -> "région";
            case COUNTRY -> "pays";
            case LATITUDE -> "latitude";
            case LONGITUDE -> "longitude";
            case POSITION -> "coordonnées";
            case ORGANISER -> "organisateurs";
            case ORGANISER_TYPE -> "type d’organisateur";
            case AUDIENCE -> "publics";
            case THEME -> "thèmes";
            case KEYWORD -> "mots-clés";
            case FREE -> "gratuit";
            case PRICE -> "tarif";
            case ACCESSIBILITY -> "accessibilité";
            case URL -> "url";
            case REGISTRATION -> "inscription";
            case EDITION -> "édition";
            case UPDATED -> "modifié le";
            case REMOVED -> "retiré";
        };
    }
}
