package moisson.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import moisson.event.NoticeCode;
import moisson.event.Plural;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.reference.Contacts;

/**
 * What would differ if the deliveries of one source were harvested with today's rules.
 *
 * @param deliveries that were read again
 * @param accepted records that the store does not have
 * @param rejected records that the store has
 * @param fields how many of the changed records change each field
 * @param notices how often more (or less) each notice is given for the last delivery
 * @param troubles deliveries that could not be read again, in French
 */
record Replayed(
        String source,
        int deliveries,
        int accepted,
        int rejected,
        int changed,
        Map<String, Integer> fields,
        Map<NoticeCode, Integer> notices,
        List<Example> examples,
        List<String> troubles) {
    private static final int EXAMPLES = 20;

    /** @param what "acceptée", "rejetée" or "changée" */
    record Example(String what, String key, String title, List<String> fields) {}

    boolean differs() {
        return accepted + rejected + changed > 0 || !troubles.isEmpty();
    }

    void print(PrintWriter out) {
        out.printf(
                "  %-24s %s%n",
                source,
                differs()
                        ? Plural.of(accepted, "acceptée") + " de plus, " + Plural.of(rejected, "rejetée") + " de plus, "
                                + Plural.of(changed, "changée")
                        : "aucune différence");
        troubles.forEach(trouble -> out.printf("  %-24s   %s%n", "", trouble));
        fields.forEach((field, times) -> out.printf("  %-24s   %s : %s%n", "", field, Plural.of(times, "fiche")));
        notices.forEach((code, more) -> out.printf("  %-24s   %s : %+d (%s)%n", "", code.name(), more, code.french()));
        examples.stream()
                .limit(EXAMPLES / 4)
                .forEach(example -> out.printf(
                        "  %-24s   %s : %s, « %s »%s%n",
                        "",
                        example.what(),
                        example.key(),
                        example.title(),
                        example.fields().isEmpty() ? "" : " (" + String.join(", ", example.fields()) + ")"));
        out.flush();
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("source", source);
        node.put("livraisons", deliveries);
        node.put("differe", differs());
        node.put("acceptees", accepted);
        node.put("rejetees", rejected);
        node.put("changees", changed);
        ObjectNode byField = node.putObject("champs");
        fields.forEach(byField::put);
        ObjectNode byCode = node.putObject("avis");
        notices.forEach((code, more) -> byCode.put(code.name(), more));
        ArrayNode list = node.putArray("exemples");
        for (Example example : examples) {
            ObjectNode one = list.addObject();
            one.put("quoi", example.what()).put("cle", example.key()).put("titre", example.title());
            ArrayNode changes = one.putArray("champs");
            example.fields().forEach(changes::add);
        }
        ArrayNode told = node.putArray("ennuis");
        troubles.forEach(told::add);
        return node;
    }

    /** Counts everything and keeps some examples of each. */
    static final class Builder {
        private final String source;
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicInteger accepted = new AtomicInteger();
        private final AtomicInteger rejected = new AtomicInteger();
        private final AtomicInteger changed = new AtomicInteger();
        private final Map<String, Integer> fields = new TreeMap<>();
        private final Map<NoticeCode, Integer> notices = new TreeMap<>();
        private final List<Example> examples = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();

        Builder(String source) {
            this.source = source;
        }

        /** Its delivery is not in the archive any more. */
        void lost(Run run) {
            troubles.add("La livraison de la moisson n° " + run.id() + " n’est plus dans l’archive.");
        }

        /** @param again the same delivery, just now */
        void replayed(Run run, Run again) {
            if (again.state() == RunState.NOT_MODIFIED) {
                return;
            }
            notices.clear();
            if (again.state() == RunState.FAILED) {
                troubles.add("La livraison de la moisson n° " + run.id() + " n’est plus lue\u202f: " + again.message());
                return;
            }
            read.incrementAndGet();
            again.noticeCounts().forEach((code, times) -> notices.merge(code, times, Integer::sum));
            run.noticeCounts().forEach((code, times) -> notices.merge(code, -times, Integer::sum));
            // Given once, when the record goes: it depends on what was known before.
            notices.remove(NoticeCode.REMOVED_AT_SOURCE);
            notices.values().removeIf(more -> more == 0);
        }

        boolean anythingRead() {
            return read.get() > 0;
        }

        void accepted(String key, Supplier<String> title) {
            if (accepted.incrementAndGet() <= EXAMPLES) {
                example("acceptée", key, title.get(), List.of());
            }
        }

        void rejected(String key, Supplier<String> title) {
            if (rejected.incrementAndGet() <= EXAMPLES) {
                example("rejetée", key, title.get(), List.of());
            }
        }

        void changed(String key, String title, List<String> differing) {
            differing.forEach(field -> fields.merge(field, 1, Integer::sum));
            if (changed.incrementAndGet() <= EXAMPLES) {
                example("changée", key, title, differing);
            }
        }

        private void example(String what, String key, String title, List<String> differing) {
            examples.add(new Example(what, key, Contacts.masked(title), List.copyOf(differing)));
        }

        Replayed build() {
            return new Replayed(
                    source,
                    read.get(),
                    accepted.get(),
                    rejected.get(),
                    changed.get(),
                    fields,
                    notices,
                    examples,
                    troubles);
        }
    }
}
