package moisson.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.serve.form.FormAnswer;
import moisson.serve.form.ProposalForm;
import moisson.store.Store;
import moisson.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the form's route hands what was sent over to Java: the bean {@code form}. */
public final class FormDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FormDoor.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ProposalForm form;
    private final Store store;
    private final Clock clock;

    FormDoor(ProposalForm form, Store store, Clock clock) {
        this.form = form;
        this.store = store;
        this.clock = clock;
    }

    /** Judges the fields of the form, which Camel gives among the headers of the message. */
    public Sent answer(Map<String, Object> headers, String remoteAddress) {
        Map<String, String> fields = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (!name.startsWith("Camel") && value != null) {
                fields.put(name, text(value));
            }
        });
        return new Sent(fields, form.answer(fields, remoteAddress, clock.instant()));
    }

    /** Only once the proposal itself is safe in the store is its contact kept too, and the organiser thanked. */
    public Sent conclude(Sent sent, Run run) {
        boolean kept = run.state() == RunState.DONE || run.state() == RunState.NOT_MODIFIED;
        return kept && keepContact(sent.answer())
                ? sent
                : new Sent(sent.fields(), form.unavailable(sent.fields(), clock.instant()));
    }

    /** False when the store refused: whoever proposed must hear of it, and not the routes. */
    private boolean keepContact(FormAnswer answer) {
        FormAnswer.Contact contact = answer.contact();
        String reference = answer.reference();
        if (contact == null || reference == null) {
            return true;
        }
        try {
            return store.inTransaction(tables -> {
                tables.contacts().keep(reference, contact.name(), contact.email(), clock.instant(), contact.until());
                return true;
            });
        } catch (StoreException e) {
            LOG.error("le contact de la proposition {} n’a pas pu être gardé", reference, e);
            return false;
        }
    }

    /** Deletes the contacts whose day has passed, by the clock of Paris: what the form promises. */
    public void forget() {
        LocalDate today = clock.instant().atZone(PARIS).toLocalDate();
        int forgotten = store.inTransaction(tables -> tables.contacts().forget(today));
        if (forgotten > 0) {
            LOG.info("{} contacts du formulaire supprimés : leur délai est passé", forgotten);
        }
    }

    /** Several values of one field, such as ticked boxes, are kept as the table of published events writes lists. */
    private static String text(Object value) {
        return value instanceof Iterable<?> several
                ? StreamSupport.stream(several.spliterator(), false)
                        .map(String::valueOf)
                        .collect(Collectors.joining("|"))
                : String.valueOf(value);
    }
}
