package moisson.publish.portal;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moisson.publish.portal.Plan.Task;
import moisson.publish.portal.PortalException.Kind;

/**
 * Brings datasets to one portal, one step at a time: look, compare, do the first thing that is missing, look again. Ends
 * when a look finds nothing missing. Since every step begins with a look, a step of which nobody knows whether it was
 * done is never done twice, and a push that was cut off goes on where it stopped.
 */
final class Push {
    private final Portal portal;
    private final Planner planner;
    private final Links links;
    private final Retry retry;
    private final List<Step> done = new ArrayList<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> given = new HashSet<>();

    Push(Portal portal, PortalSettings settings, Links links, Patience patience) {
        this.portal = portal;
        this.planner = new Planner(portal, settings, links);
        this.links = links;
        this.retry = Retry.of(settings.id(), retrying(patience));
    }

    private static RetryConfig retrying(Patience patience) {
        IntervalFunction backOff = IntervalFunction.ofExponentialBackoff(patience.pause(), 2);
        return RetryConfig.<Object>custom()
                .maxAttempts(patience.attempts())
                .retryOnException(failure -> failure instanceof PortalException known
                        && known.passing()
                        && (known.pause() == null || known.pause().compareTo(patience.longest()) <= 0))
                .intervalBiFunction((attempt, outcome) -> pause(outcome, backOff.apply(attempt)))
                .build();
    }

    private static long pause(Either<Throwable, Object> outcome, long otherwise) {
        return outcome.isLeft() && outcome.getLeft() instanceof PortalException known && known.pause() != null
                ? known.pause().toMillis()
                : otherwise;
    }

    PushReport push(List<Offer> offers, int publication) {
        return report(publication, false, () -> offers.forEach(this::bring));
    }

    /** Only reads, on the portal and here. */
    PushReport plan(List<Offer> offers, int publication) {
        return report(
                publication,
                true,
                () -> offers.forEach(offer -> done.addAll(look(offer).steps())));
    }

    private PushReport report(int publication, boolean dry, Runnable work) {
        Optional<String> stopped = Optional.empty();
        try {
            work.run();
        } catch (PortalException e) {
            stopped = Optional.of(e.words());
        }
        return new PushReport(links.portal(), publication, dry, done, List.copyOf(remarks), problems, stopped);
    }

    private void bring(Offer offer) {
        try {
            while (retry.executeSupplier(() -> oneStep(offer))) {
                // Each look is the proof of the step before.
            }
        } catch (PortalException e) {
            if (e.kind() == Kind.STOP || e.passing()) {
                throw e;
            }
            problems.add(offer.key() + "\u202f: " + e.words());
        }
    }

    private Plan look(Offer offer) {
        return retry.executeSupplier(() -> lookOnce(offer));
    }

    private Plan lookOnce(Offer offer) {
        Plan plan = planner.plan(
                offer, portal.find(offer.key(), links.get(offer.key()).remote()));
        remarks.addAll(plan.remarks());
        return plan;
    }

    /** Answers false when nothing is left to be done. */
    private boolean oneStep(Offer offer) {
        Optional<Task> next = lookOnce(offer).tasks().stream()
                .filter(task -> !given.contains(task.step().target()))
                .findFirst();
        next.ifPresent(this::perform);
        return next.isPresent();
    }

    private void perform(Task task) {
        Step step = task.step();
        if (done.stream().anyMatch(before -> before.target().equals(step.target()))) {
            given.add(step.target());
            problems.add(step.sentence() + "\u202f: le portail a dit oui, mais n’a pas gardé ce qui lui a été envoyé.");
            return;
        }
        try {
            task.work().run();
            done.add(step);
        } catch (PortalException e) {
            if (step.kind() == Step.Kind.CREATE || e.kind() == Kind.STOP || e.passing()) {
                throw e;
            }
            given.add(step.target());
            problems.add(step.sentence() + "\u202f: " + e.words());
        }
    }
}
