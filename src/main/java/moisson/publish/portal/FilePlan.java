package moisson.publish.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import moisson.publish.portal.Plan.Task;
import moisson.publish.portal.PortalSettings.Edits;
import moisson.publish.portal.PortalSettings.Files;
import moisson.publish.portal.Step.Kind;
import moisson.store.PortalTable.Link;
import org.jspecify.annotations.Nullable;

/** What is to be done about the files of one dataset. Whatever is not ours stays where and as it is. */
final class FilePlan {
    private final Portal portal;
    private final PortalSettings settings;
    private final Links links;

    FilePlan(Portal portal, PortalSettings settings, Links links) {
        this.portal = portal;
        this.settings = settings;
        this.links = links;
    }

    /** @param dataset null when it is still to be made, so that the steps can be told but not yet done */
    void of(
            Offer offer,
            List<Remote.Resource> there,
            @Nullable Remote dataset,
            List<Task> tasks,
            List<Remark> remarks) {
        Map<String, Remote.Resource> own = new LinkedHashMap<>();
        for (Offer.File file : offer.files()) {
            Optional<Remote.Resource> found = find(file, there);
            found.ifPresent(resource -> own.put(file.key(), resource));
            if (found.isPresent() && dataset != null) {
                present(offer, file, dataset, found.get(), tasks, remarks);
            } else {
                absent(offer, file, dataset, tasks, remarks);
            }
        }
        leftovers(offer, there, own, remarks);
        if (dataset != null) {
            order(offer, dataset, List.copyOf(own.values()), tasks);
        }
    }

    /** By our mark, by our map, or as an upload of ours that was cut off leaves it: our file's name and our bytes. */
    private Optional<Remote.Resource> find(Offer.File file, List<Remote.Resource> there) {
        Link link = links.get(file.key());
        return there.stream()
                .filter(one -> one.id().equals(link.remote()) && !otherwise(one, file))
                .findFirst()
                .or(() -> there.stream()
                        .filter(one -> one.marks().key().equals(file.key()))
                        .findFirst())
                .or(() -> there.stream()
                        .filter(one -> one.hosted() && one.marks().key().isEmpty())
                        .filter(one -> one.fields().path("title").asText().equals(file.name()))
                        .filter(one ->
                                one.sum().equals(link.sent()) || one.sum().equals(sum(file)))
                        .findFirst());
    }

    private static boolean otherwise(Remote.Resource resource, Offer.File file) {
        return !resource.marks().key().isEmpty() && !resource.marks().key().equals(file.key());
    }

    private void absent(
            Offer offer, Offer.File file, @Nullable Remote dataset, List<Task> tasks, List<Remark> remarks) {
        if (dataset != null && links.get(file.key()).remote() != null) {
            boolean keep = settings.edits() == Edits.KEEP;
            remarks.add(new Remark(
                    true,
                    file.key() + "\u202f: ce fichier a été retiré sur le portail, il "
                            + (keep ? "n’y est pas remis." : "y est remis.")));
            if (keep) {
                return;
            }
        }
        if (settings.files() == Files.LINK) {
            ObjectNode fields = portal.fields(file, false);
            tasks.add(new Task(new Step(Kind.LINK, offer.key(), file.name(), ""), () -> {
                Marks marks = Marks.NONE.writing(file.key(), fields);
                links.at(file.key(), portal.link(Objects.requireNonNull(dataset), fields, marks));
            }));
            return;
        }
        if (!portal.accepts(file)) {
            remarks.add(new Remark(
                    false,
                    file.key() + "\u202f: ce portail n’héberge pas les fichiers «\u202f." + file.extension()
                            + "\u202f», celui-ci n’y est pas envoyé."));
            return;
        }
        ObjectNode fields = portal.fields(file, true);
        tasks.add(new Task(new Step(Kind.UPLOAD, offer.key(), file.name(), ""), () -> {
            String sum = sum(file);
            links.sending(file.key(), sum);
            Marks marks = Marks.NONE.writing(file.key(), fields).withBytes(sum);
            links.at(file.key(), portal.upload(Objects.requireNonNull(dataset), file, fields, marks));
        }));
    }

    private void present(
            Offer offer,
            Offer.File file,
            Remote dataset,
            Remote.Resource resource,
            List<Task> tasks,
            List<Remark> remarks) {
        links.at(file.key(), resource.id());
        if (resource.hosted() && !resource.sum().equals(sum(file))) {
            bytes(offer, file, dataset, resource, tasks, remarks);
            return;
        }
        if (resource.hosted()) {
            links.arrived(file.key(), file.sha256(), resource.sum());
        }
        Differences changes = Differences.of(
                portal.fields(file, resource.hosted()),
                resource.fields(),
                resource.marks(),
                resource.hosted() ? traces(file, resource) : Set.of(),
                settings.edits());
        changes.edited().forEach(edit -> remarks.add(new Remark(true, file.key() + "\u202f: " + edit)));
        boolean marked = resource.marks().key().equals(file.key())
                && (!resource.hosted() || resource.marks().wroteBytes(resource.sum()));
        if (!changes.write().isEmpty() || !marked) {
            Marks written = changes.marks(resource.marks(), file.key());
            Marks marks = resource.hosted() ? written.withBytes(resource.sum()) : written;
            tasks.add(new Task(
                    new Step(Kind.DESCRIBE, offer.key(), file.name(), changes.names()),
                    () -> portal.describe(dataset, resource, changes.write(), marks)));
        }
    }

    /** The name of the file, as we sent it and as the portal may have changed it. */
    private static Set<String> traces(Offer.File file, Remote.Resource resource) {
        String url = resource.raw().path("url").asText();
        return Set.copyOf(List.of(file.name(), url.substring(url.lastIndexOf('/') + 1)));
    }

    private void bytes(
            Offer offer,
            Offer.File file,
            Remote dataset,
            Remote.Resource resource,
            List<Task> tasks,
            List<Remark> remarks) {
        Link link = links.get(file.key());
        boolean ours = resource.sum().equals(link.sent())
                || resource.sum().equals(link.seen())
                || resource.marks().wroteBytes(resource.sum());
        if (resource.sum().equals(link.sent())) {
            links.arrived(file.key(), null, resource.sum());
        }
        if (!ours) {
            boolean keep = settings.edits() == Edits.KEEP;
            remarks.add(new Remark(
                    true,
                    file.key() + "\u202f: ce fichier a été remplacé sur le portail par un autre, qui est "
                            + (keep ? "gardé." : "remplacé à son tour.")));
            if (keep) {
                return;
            }
        }
        tasks.add(new Task(new Step(Kind.REPLACE, offer.key(), file.name(), "contenu modifié"), () -> {
            String sum = sum(file);
            links.sending(file.key(), sum);
            portal.replace(dataset, resource, file, resource.marks().withBytes(sum));
        }));
    }

    private String sum(Offer.File file) {
        return Planner.sum(portal, links, file);
    }

    private void leftovers(
            Offer offer, List<Remote.Resource> there, Map<String, Remote.Resource> own, List<Remark> remarks) {
        for (Remote.Resource one : there) {
            boolean ours = one.marks().key().startsWith(offer.key() + "/");
            if (ours && own.values().stream().noneMatch(known -> known.id().equals(one.id()))) {
                remarks.add(new Remark(
                        true,
                        one.marks().key() + "\u202f: ce fichier n’est plus publié ou y est deux fois (" + one.id()
                                + ")\u202f; rien n’est retiré d’un portail sans vous."));
            }
        }
    }

    /** Ours in our order on the places that ours have; all others keep their places. */
    private void order(Offer offer, Remote dataset, List<Remote.Resource> own, List<Task> tasks) {
        List<String> now = dataset.resources().stream().map(Remote.Resource::id).toList();
        List<String> ours = own.stream().map(Remote.Resource::id).toList();
        List<String> wanted = new ArrayList<>(now);
        int next = 0;
        for (int place = 0; place < now.size(); place++) {
            if (ours.contains(now.get(place))) {
                wanted.set(place, ours.get(next));
                next++;
            }
        }
        if (!wanted.equals(now)) {
            tasks.add(new Task(new Step(Kind.REORDER, offer.key(), "", ""), () -> portal.reorder(dataset, wanted)));
        }
    }
}
