package moisson.publish;

import java.util.List;
import java.util.Optional;
import moisson.event.Plural;

/**
 * What a new version must not fall below without a person's word.
 *
 * @param fewest events, all editions together
 * @param lossPercent of the events of the version before, edition by edition and in all; losses of up to ten events are
 *     never held
 */
public record Bounds(int fewest, int lossPercent) {
    public static final Bounds DEFAULT = new Bounds(1, 20);

    private static final int SMALL_LOSS = 10;

    /** Why a version must wait, in one sentence in French. */
    Optional<String> reason(List<Outcome.Change> datasets) {
        int events = datasets.getLast().events();
        if (events == 0) {
            return Optional.of("Il n’y a aucun événement à publier : moissonnez d’abord.");
        }
        if (events < fewest) {
            return Optional.of("%s, moins que le plancher de %d (moisson.publication.floor)."
                    .formatted(Plural.of(events, "événement"), fewest));
        }
        return datasets.stream().filter(this::tooMuch).findFirst().map(this::sentence);
    }

    private boolean tooMuch(Outcome.Change change) {
        return change.removed() > SMALL_LOSS && 100L * change.removed() > (long) lossPercent * before(change);
    }

    private String sentence(Outcome.Change change) {
        return "%s perdrait %d événements sur %d, plus que %d\u202F%% (moisson.publication.loss)."
                .formatted(change.dataset(), change.removed(), before(change), lossPercent);
    }

    private static int before(Outcome.Change change) {
        return change.events() - change.added() + change.removed();
    }
}
