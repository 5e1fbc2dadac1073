package moisson.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import moisson.generate.Outlet.Kind;
import moisson.reference.Reference;

/** Every record, one after the other: families of happenings, each told by one to four sources. */
final class Tellings {
    private static final List<Kind> KINDS = Arrays.asList(Kind.values());

    private final Chance chance;
    private final Families families;
    private final Teller teller;
    private final int areas;

    /** @param areas how many sources there are of each kind but the form */
    Tellings(Reference reference, long seed, boolean hard, int areas) {
        this.chance = new Chance(seed);
        this.families = new Families(reference, chance, hard);
        this.teller = new Teller(chance, hard);
        this.areas = areas;
    }

    /** Takes records, one by one. */
    @FunctionalInterface
    interface Sink {
        void add(Telling telling) throws IOException;
    }

    void write(int records, Sink sink) throws IOException {
        int number = 0;
        while (number < records) {
            for (Happening happening : families.next()) {
                for (Outlet outlet : outlets(happening)) {
                    if (number < records) {
                        number++;
                        sink.add(teller.tell(happening, outlet, number));
                    }
                }
            }
        }
    }

    /** A quarter of the records are the second or third telling of something, and one in forty is told twice by one kind. */
    private List<Outlet> outlets(Happening happening) {
        if (happening.family() == Family.RUN && happening.whole() != null) {
            return List.of(outlet(happening, Kind.CITY));
        }
        double dice = chance.share();
        int sources = dice < 0.58 ? 1 : dice < 0.84 ? 2 : dice < 0.95 ? 3 : 4;
        List<Outlet> outlets = new ArrayList<>();
        for (Kind kind : chance.some(KINDS, sources)) {
            outlets.add(outlet(happening, kind));
        }
        if (chance.in(0.025)) {
            outlets.add(chance.in(0.5) ? outlets.getFirst() : elsewhere(outlets.getFirst()));
        }
        return outlets;
    }

    private Outlet outlet(Happening happening, Kind kind) {
        return new Outlet(kind, kind == Kind.FORM ? 0 : happening.venue().town().area() % areas);
    }

    /** Another agenda of the same kind. */
    private Outlet elsewhere(Outlet outlet) {
        return outlet.kind() == Kind.FORM ? outlet : new Outlet(outlet.kind(), chance.below(areas));
    }
}
