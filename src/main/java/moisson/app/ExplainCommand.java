package moisson.app;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where an event comes from and why its records were joined. Only reads, also beside a running server. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Dit d’où vient chaque valeur d’un événement, pourquoi ses enregistrements ont été réunis, et son histoire."
                    + " / Says where every value of an event comes from, why its records were joined, and its history.",
            "Ne modifie rien, et peut être lancé à côté d’un serveur en marche. / Only reads, even beside a server."
        },
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {"0:expliqué", "2:mauvais réglage", "3:identifiant inconnu, ou base illisible"})
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            paramLabel = "ID",
            description = "Identifiant d’un événement publié ou fusionné, ou source/clé d’un enregistrement."
                    + " / Id of an event, or source/key of a record.")
    private @Nullable String id;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = data.settings(Map.of());
        String asked = Objects.requireNonNull(id).strip();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        // No lock on the data folder: what is read is one consistent state, whoever writes meanwhile.
        try (Store store = OpenedStore.of(settings)) {
            ExplainedEvent event = store.read(tables -> ExplainedEvent.find(tables, asked))
                    .orElseThrow(() -> new CannotException("Aucun événement ni enregistrement n’a l’identifiant «\u202F"
                            + asked + "\u202F» dans «\u202F" + settings.data() + "\u202F»."));
            new ExplainReport(event, SourceTrust.of(settings.sources()), out).print();
        }
        return Moisson.DONE;
    }
}
