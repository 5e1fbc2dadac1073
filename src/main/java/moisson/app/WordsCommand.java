package moisson.app;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import moisson.event.Plural;
import moisson.serve.report.UnknownWords;
import moisson.serve.report.WordReport;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells the words that no table knows, over all sources, with the lines to add. Only reads, also beside a server. */
@Command(
        name = "words",
        mixinStandardHelpOptions = true,
        description = {
            "Dit les mots des sources qu’aucun tableau ne connaît, avec la ligne à ajouter à un tableau de tables/ dans le"
                    + " dossier des données. / Tells the words that no table knows, with the line to add.",
            "Formats, modes, publics, thèmes, statuts, accessibilité, gratuité, types d’organisateurs, et organisateurs dont"
                    + " rien ne dit le type."
        },
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {"0:tout est compris", "1:des mots ne le sont pas", "2:mauvais réglage", "3:base illisible"})
final class WordsCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "De cette source seulement. / Of this source only.")
    private @Nullable String source;

    @Option(names = "--most", defaultValue = "50", description = "Combien (50). / How many.")
    private int most;

    @Option(names = "--json", description = "Écrit en JSON. / Prints JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Écrit un tableau CSV. / Prints a CSV table.")
    private boolean csv;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (most < 1) {
            throw new IllegalArgumentException("--most doit être au moins 1.");
        }
        Settings settings = data.settings(Map.of());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        UnknownWords words;
        try (Store store = OpenedStore.of(settings)) {
            words = store.read(tables -> UnknownWords.of(tables, source));
        }
        if (json) {
            out.println(WordReport.json(words).toPrettyString());
        } else if (csv) {
            out.print(WordReport.csv(words));
        } else {
            out.println(
                    words.distinct() == 0
                            ? "Tous les mots des sources sont compris."
                            : Plural.of(words.distinct(), "mot n’est pas compris", "mots ne sont pas compris")
                                    + ". À compléter dans «\u202f" + OwnTables.folder(settings.data())
                                    + "\u202f», par une ligne et sa valeur\u202f:");
            out.print(WordReport.text(words, most));
        }
        out.flush();
        return words.distinct() == 0 ? Moisson.DONE : Moisson.DONE_WITH_REJECTS;
    }
}
