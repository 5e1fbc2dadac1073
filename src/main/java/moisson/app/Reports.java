package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import moisson.event.Counts;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Severity;

/** Tells people or programs what became of harvests. */
final class Reports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reports() {}

    /** One line for each run, and under it the reasons of what was left out. */
    static void print(List<Run> runs, PrintWriter out) {
        for (Run run : runs) {
            out.printf("  %-24s %s%n", run.source(), sentence(run));
            run.noticeCounts().entrySet().stream()
                    .filter(entry -> entry.getKey().severity() == Severity.ERROR)
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> out.printf(
                            "  %-24s   %d × %s%n",
                            "", entry.getValue(), entry.getKey().french()));
        }
        out.flush();
    }

    static String sentence(Run run) {
        Counts counts = run.counts();
        String told = run.message() == null ? "" : " — " + run.message();
        return switch (run.state()) {
            case DONE -> counts.equation() + "\u202f; " + counts.beside() + told;
            case NOT_MODIFIED -> "inchangée" + told;
            case FAILED -> "échec" + told;
            case INTERRUPTED -> "interrompue" + told;
            case HELD -> "retenue" + told + " (" + counts.equation() + ")";
            case REFUSED -> "refusée" + told;
            case ACCEPTED, OVERTAKEN -> "sans effet" + told;
            case RUNNING -> "en cours";
        };
    }

    static String json(List<Run> runs) {
        return tree(runs).toPrettyString();
    }

    static ArrayNode tree(List<Run> runs) {
        ArrayNode array = JSON.createArrayNode();
        for (Run run : runs) {
            ObjectNode node = array.addObject();
            node.put("passage", run.id());
            node.put("source", run.source());
            node.put("etat", run.state().name());
            node.put("lus", run.counts().read());
            node.put("nouveaux", run.counts().created());
            node.put("modifies", run.counts().updated());
            node.put("inchanges", run.counts().unchanged());
            node.put("rejetes", run.counts().rejected());
            node.put("retires", run.counts().removed());
            node.put("doublons", run.counts().duplicates());
            node.put("avertissements", run.counts().warnings());
            node.put("message", run.message());
            ObjectNode notices = node.putObject("remarques");
            run.noticeCounts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> notices.put(entry.getKey().name(), entry.getValue()));
        }
        return array;
    }

    /** 3 when a harvest failed or waits for a person, 1 when records were left out, 0 otherwise. */
    static int status(List<Run> runs) {
        if (runs.stream().anyMatch(run -> run.state().failed() || run.state() == RunState.HELD)) {
            return Moisson.COULD_NOT;
        }
        return runs.stream().anyMatch(run -> run.counts().rejected() > 0) ? Moisson.DONE_WITH_REJECTS : Moisson.DONE;
    }
}
