package moisson.serve.report;

import moisson.event.Run;
import moisson.event.RunState;

/** How the state of a harvest is said, and in what tone. */
public final class RunWords {
    private RunWords() {}

    public static String state(RunState state) {
        return switch (state) {
            case RUNNING -> "en cours";
            case DONE -> "terminée";
            case NOT_MODIFIED -> "inchangée";
            case FAILED -> "échec";
            case INTERRUPTED -> "interrompue";
            case HELD -> "retenue";
            case ACCEPTED -> "acceptée";
            case REFUSED -> "refusée";
            case OVERTAKEN -> "dépassée";
        };
    }

    /** The class of its colour. */
    public static String tone(Run run) {
        return switch (run.state()) {
            case RUNNING -> "active";
            case DONE -> run.counts().rejected() > 0 ? "attention" : "bien";
            case NOT_MODIFIED, ACCEPTED, REFUSED, OVERTAKEN -> "neutre";
            case HELD -> "attention";
            case FAILED, INTERRUPTED -> "erreur";
        };
    }

    /** What it meant for what is published, in one sentence. */
    public static String effect(RunState state) {
        return switch (state) {
            case RUNNING -> "Rien n’est encore appliqué.";
            case DONE -> "Ces changements sont appliqués.";
            case NOT_MODIFIED -> "La source n’a rien dit de nouveau.";
            case FAILED, INTERRUPTED -> "Rien n’a été appliqué\u202f: ce qui est publié n’a pas changé.";
            case HELD -> "Rien n’est appliqué tant que personne n’a décidé.";
            case ACCEPTED -> "Une autre moisson l’a appliquée.";
            case REFUSED, OVERTAKEN -> "Rien n’a été appliqué.";
        };
    }
}
