package moisson.publish.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moisson.publish.portal.Plan.Task;
import moisson.publish.portal.PortalSettings.Edits;
import moisson.publish.portal.Step.Kind;
import moisson.store.PortalTable.Link;

/** Compares what we publish with what stands on a portal, and says what is to be done about it. Writes nothing there. */
final class Planner {
    private final Portal portal;
    private final PortalSettings settings;
    private final Links links;

    Planner(Portal portal, PortalSettings settings, Links links) {
        this.portal = portal;
        this.settings = settings;
        this.links = links;
    }

    /** @param there empty when the portal has no such dataset */
    Plan plan(Offer offer, Optional<Remote> there) {
        List<Task> tasks = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Optional<Remote> alive = there.filter(remote -> !remote.deleted());
        if (alive.isEmpty()) {
            boolean lost = there.isPresent() || links.get(offer.key()).remote() != null;
            if (lost) {
                remarks.add(gone("Le jeu «\u202f" + offer.key() + "\u202f»"));
            }
            if (!lost || settings.edits() == Edits.OVERWRITE) {
                create(offer, tasks);
                new FilePlan(portal, settings, links).of(offer, List.of(), null, tasks, remarks);
            }
            return new Plan(tasks, remarks);
        }
        Remote remote = alive.get();
        links.at(offer.key(), remote.id());
        dataset(offer, remote, tasks, remarks);
        new FilePlan(portal, settings, links).of(offer, remote.resources(), remote, tasks, remarks);
        return new Plan(tasks, remarks);
    }

    private Remark gone(String what) {
        return new Remark(
                true,
                what + " a été supprimé sur le portail"
                        + (settings.edits() == Edits.KEEP ? "\u202f: il n’est pas recréé." : "\u202f: il est recréé."));
    }

    private void create(Offer offer, List<Task> tasks) {
        tasks.add(new Task(new Step(Kind.CREATE, offer.key(), "", ""), () -> {
            ObjectNode fields = portal.fields(offer);
            links.at(offer.key(), portal.create(fields, Marks.NONE.writing(offer.key(), fields)));
        }));
    }

    private void dataset(Offer offer, Remote remote, List<Task> tasks, List<Remark> remarks) {
        Differences changes =
                Differences.of(portal.fields(offer), remote.fields(), remote.marks(), Set.of(), settings.edits());
        changes.edited().forEach(edit -> remarks.add(new Remark(true, offer.key() + "\u202f: " + edit)));
        if (!changes.write().isEmpty() || !remote.marks().key().equals(offer.key())) {
            Marks marks = changes.marks(remote.marks(), offer.key());
            tasks.add(new Task(
                    new Step(Kind.UPDATE, offer.key(), "", changes.names()),
                    () -> portal.update(remote, changes.write(), marks)));
        }
    }

    /** What the portal should say of the bytes of a file; not summed up again once the portal has them. */
    static String sum(Portal portal, Links links, Offer.File file) {
        Link link = links.get(file.key());
        return file.sha256().equals(link.sha256()) && link.seen() != null ? link.seen() : portal.sum(file);
    }
}
