package moisson.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import moisson.event.OrganiserType;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of which every territory has one, under one name however it is written: "CD33", "Conseil départemental de la
 * Gironde" and "Département de Gironde" are the same; so are "Mairie de Rennes" and "Ville de Rennes".
 */
final class BodyFamilies {
    /** Smaller communes are not called towns. */
    private static final int TOWN = 10_000;

    private final Map<String, Family> byBeginning = new HashMap<>();
    private final Communes communes;
    private final Departments departments;
    private final Regions regions;

    /**
     * @param territory commune, département or région
     * @param name with {de} for the name of the territory and the word that joins it, {nom} for its bare name; for
     *     communes perhaps two names parted by a bar, the second one for small communes
     */
    record Family(String beginning, String territory, String name, OrganiserType type) {}

    BodyFamilies(List<Family> families, Communes communes, Departments departments, Regions regions) {
        families.forEach(family -> byBeginning.put(Folding.fold(family.beginning()), family));
        this.communes = communes;
        this.departments = departments;
        this.regions = regions;
    }

    Optional<Organisation> find(String name) {
        String folded = apart(Folding.fold(withoutBrackets(name)));
        for (int end = folded.lastIndexOf(' '); end > 0; end = folded.lastIndexOf(' ', end - 1)) {
            Family family = byBeginning.get(folded.substring(0, end));
            String whole = family == null ? null : name(family, folded.substring(end + 1));
            if (family != null && whole != null) {
                return Optional.of(new Organisation(family.beginning(), whole, family.type()));
            }
        }
        return Optional.empty();
    }

    /** "de La Rochelle" is joined by "de"; "du Havre" and "des Ulis" hide the article of the name. */
    private @Nullable String name(Family family, String words) {
        String whole =
                words.startsWith("de ") ? words.substring(3) : words.startsWith("d ") ? words.substring(2) : words;
        String article = words.startsWith("du ")
                ? "le " + words.substring(3)
                : words.startsWith("des ") ? "les " + words.substring(4) : whole;
        for (String territory : List.of(whole, article, withoutJoint(words))) {
            String name = called(family, territory);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private @Nullable String called(Family family, String territory) {
        return switch (family.territory()) {
            case "département" ->
                departments
                        .findByCode(territory.toUpperCase(Locale.ROOT))
                        .or(() -> departments.findByName(territory))
                        .map(found -> filled(family.name(), found.joined(), found.name()))
                        .orElse(null);
            case "région" ->
                regions.findByName(territory)
                        .map(found -> filled(family.name(), Joints.joined(found.name()), found.name()))
                        .orElse(null);
            default ->
                communes.findByName(territory).stream()
                        .filter(commune -> commune.status() != Commune.Status.ARRONDISSEMENT)
                        .findFirst()
                        .map(found -> filled(template(family, found), Joints.joined(found.name()), found.name()))
                        .orElse(null);
        };
    }

    private static String template(Family family, Commune commune) {
        int bar = family.name().indexOf('|');
        if (bar < 0) {
            return family.name();
        }
        return commune.population() >= TOWN
                ? family.name().substring(0, bar)
                : family.name().substring(bar + 1);
    }

    private static String filled(String template, String joined, String name) {
        return template.replace("{de}", joined).replace("{nom}", name);
    }

    /** "cd33" is "cd 33". */
    private static String apart(String folded) {
        int digit = 0;
        while (digit < folded.length() && !Character.isDigit(folded.charAt(digit))) {
            digit++;
        }
        boolean joined = digit > 0 && digit < folded.length() && Character.isLetter(folded.charAt(digit - 1));
        return joined ? folded.substring(0, digit) + " " + folded.substring(digit) : folded;
    }

    private static String withoutJoint(String folded) {
        for (String joint : List.of("de la ", "de l ", "de ", "du ", "des ", "d ", "la ", "le ", "les ", "l ")) {
            if (folded.startsWith(joint)) {
                return folded.substring(joint.length());
            }
        }
        return folded;
    }

    private static String withoutBrackets(String name) {
        int open = name.indexOf(" (");
        int close = open < 0 ? -1 : name.indexOf(')', open);
        return close < 0 ? name : name.substring(0, open) + name.substring(close + 1);
    }
}
