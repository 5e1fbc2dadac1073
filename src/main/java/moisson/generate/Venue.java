package moisson.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fictional place in a real town, and the other names partners give it. */
record Venue(
        String name,
        List<String> otherNames,
        String street,
        Town town,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    private static final List<List<String>> KINDS = Words.rows("lieux");
    private static final List<String> NAMES = Words.lines("noms");
    private static final List<String> WAYS =
            List.of("rue", "rue", "rue", "avenue", "boulevard", "place", "allée", "chemin", "quai");

    static Venue any(Town town, Chance chance) {
        String proper = chance.of(NAMES);
        List<String> names = chance.of(KINDS).stream()
                .map(kind -> town.in(kind.replace("{n}", proper)))
                .toList();
        String street = chance.from(1, 180) + " " + chance.of(WAYS) + " " + chance.of(NAMES);
        Double latitude = town.latitude();
        Double longitude = town.longitude();
        return new Venue(
                names.getFirst(),
                names.subList(1, names.size()),
                street,
                town,
                latitude == null ? null : latitude + chance.share() / 50,
                longitude == null ? null : longitude + chance.share() / 50);
    }
}
