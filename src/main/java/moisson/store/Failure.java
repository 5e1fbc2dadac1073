package moisson.store;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Says in a sentence why a database failed, from the codes of SQLite and the SQLSTATEs of PostgreSQL. */
final class Failure {
    private Failure() {}

    static StoreException opening(String address, String why, @Nullable Throwable cause) {
        return sentence(address, "n’a pas pu être ouverte", why, cause);
    }

    static StoreException opening(String address, Throwable cause) {
        return opening(address, why(cause), cause);
    }

    static StoreException working(String address, Throwable cause) {
        return sentence(address, "n’a pas pu faire ce travail, dont rien n’a été gardé", why(cause), cause);
    }

    private static StoreException sentence(String address, String what, String why, @Nullable Throwable cause) {
        return new StoreException(
                "La base de données «\u202f%s\u202f» %s\u202f: %s.".formatted(address, what, why), cause);
    }

    private static String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException e) {
                return sqlite(e);
            }
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return postgres(e.getSQLState());
            }
        }
        return "erreur inattendue, voir la cause technique";
    }

    /** https://www.sqlite.org/rescode.html; the low byte is the primary code. */
    private static String sqlite(SQLiteException e) {
        return switch (e.getResultCode().code & 0xff) {
            case 5, 6 -> "un autre programme y écrit depuis trop longtemps";
            case 8 -> "le fichier est en lecture seule";
            case 10 -> "le disque a refusé de lire ou d’écrire";
            case 11 -> "le fichier est abîmé, il faut reprendre une sauvegarde";
            case 13 -> "le disque est plein";
            case 14 -> "le fichier ne peut pas être ouvert ou créé à cet endroit";
            case 19 -> "une règle des tables a été enfreinte";
            case 26 -> "ce fichier n’est pas une base de données SQLite";
            default -> "SQLite a répondu " + e.getResultCode().name();
        };
    }

    /** https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static String postgres(String state) {
        return switch (state) {
            case "3D000" -> "le serveur ne connaît pas de base de ce nom";
            case "42501", "25006" -> "l’utilisateur n’a pas le droit d’y écrire";
            case "53100" -> "le disque du serveur est plein";
            case "53300" -> "le serveur a trop de connexions ouvertes";
            case "55P03" -> "un autre programme y écrit depuis trop longtemps";
            case "57P01", "57P02", "57P03" -> "le serveur s’arrête ou démarre";
            default ->
                switch (state.substring(0, 2).toUpperCase(Locale.ROOT)) {
                    case "08" -> "le serveur PostgreSQL ne répond pas";
                    case "23" -> "une règle des tables a été enfreinte";
                    case "28" -> "le serveur refuse cet utilisateur ou son mot de passe";
                    default -> "PostgreSQL a répondu " + state;
                };
        };
    }
}
