package moisson.serve.portal;

import java.util.List;
import java.util.Objects;
import moisson.event.Edition;
import moisson.event.Mode;
import moisson.event.PublishedEvent;
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
        List<PublishedEvent> events = snapshot.events(edition.year());
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
                events.size(),
                (int) events.stream()
                        .map(event -> event.event().place().departmentCode())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                frame.words()
                        .share(
                                events.stream()
                                        .filter(event -> event.event().kind().mode() != Mode.ON_SITE)
                                        .count(),
                                events.size()),
                (int) events.stream()
                        .flatMap(event -> event.event().hosts().organisers().stream())
                        .distinct()
                        .count(),
                charts.bars(),
                charts.lines(),
                charts.territories(),
                charts.notReached(),
                snapshot.downloads().stream()
                        .filter(file -> file.edition() != null && file.edition() == edition.year())
                        .toList());
    }
}
