package moisson.serve.portal;

import java.util.List;
import moisson.event.Edition;
import moisson.serve.view.Bars;
import moisson.serve.view.Frame;
import org.jspecify.annotations.Nullable;

/** An edition with what it amounts to. */
public record EditionView(
        int year,
        String name,
        String days,
        @Nullable String theme,
        @Nullable String hashtag,
        boolean fictional,
        String href,
        int events,
        int departments,
        String online,
        int organisers,
        List<Bars> charts,
        List<Line> figures,
        List<Territory> territories,
        String notReached,
        List<Download> downloads) {
    /** One figure in words. */
    public record Line(String label, String value, String unit) {}

    /** One région: how many events, and how many for 100,000 inhabitants. */
    public record Territory(String name, String events, String rate) {}

    static EditionView brief(Edition edition, Snapshot snapshot, Frame frame) {
        return of(edition, snapshot, frame, new Charts(List.of(), frame));
    }

    static EditionView full(Edition edition, Snapshot snapshot, Frame frame) {
        return of(edition, snapshot, frame, new Charts(snapshot.figures(edition.year()), frame));
    }

    private static EditionView of(Edition edition, Snapshot snapshot, Frame frame, Charts charts) {
        Listing.Extent extent = snapshot.listing().of(edition.year());
        return new EditionView(
                edition.year(),
                edition.name(),
                edition.firstDay() == null && edition.lastDay() == null
                        ? frame.t("edition.november", edition.year())
                        : frame.dates().span(edition.from(), edition.until()),
                edition.theme(),
                edition.hashtag(),
                edition.fictional(),
                frame.to("/editions/" + edition.year()),
                extent.events().size(),
                extent.departments(),
                frame.words().share(extent.away(), extent.events().size()),
                extent.organisers(),
                charts.bars(),
                charts.lines(),
                charts.territories(),
                charts.notReached(),
                snapshot.downloads().stream()
                        .filter(file -> file.edition() != null && file.edition() == edition.year())
                        .toList());
    }
}
