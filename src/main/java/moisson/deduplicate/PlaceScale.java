package moisson.deduplicate;

/** Weighs where two events take place: venue, address and point together, and the commune apart. */
final class PlaceScale {
    /** In degrees, about 50 m. */
    private static final float SAME = 0.0005f;
    /** In degrees, about 2 km. */
    private static final float FAR = 0.02f;

    private final Spelling spelling = new Spelling();

    double place(Traits left, Traits right) {
        Spot a = left.spot();
        Spot b = right.spot();
        double weight = address(a, b, venue(a, b)) + point(a, b);
        if ((left.online() && right.onSite() && b.commune() != 0)
                || (right.online() && left.onSite() && a.commune() != 0)) {
            weight += Weights.OTHER_MODE;
        }
        return Math.max(Weights.PLACE_LEAST, Math.min(Weights.PLACE_MOST, weight));
    }

    /** Negative infinity for another town. */
    double commune(Profile left, Profile right) {
        Spot a = left.traits().spot();
        Spot b = right.traits().spot();
        if (a.code() != 0 && b.code() != 0) {
            return a.code() == b.code() ? same(left, right) : Double.NEGATIVE_INFINITY;
        }
        if (a.commune() == 0 || b.commune() == 0) {
            return 0;
        }
        boolean known = a.department() != 0 && b.department() != 0;
        boolean otherDepartment = known && a.department() != b.department();
        if (a.commune() == b.commune()) {
            return otherDepartment ? Double.NEGATIVE_INFINITY : same(left, right);
        }
        return otherNames(a, b, known && !otherDepartment);
    }

    /** The same commune may be spelt in two ways, one of them rare: the common one counts. */
    private static double same(Profile left, Profile right) {
        return Math.min(left.communeWeight(), right.communeWeight());
    }

    private double otherNames(Spot a, Spot b, boolean sameDepartment) {
        String left = a.communeName();
        String right = b.communeName();
        if (spelling.alike(left, 0, left.length(), right, 0, right.length())) {
            return sameDepartment ? Weights.ALIKE_COMMUNE : 0;
        }
        return sameDepartment ? Weights.OTHER_NAME_SAME_DEPARTMENT : Double.NEGATIVE_INFINITY;
    }

    /** The name of the town says nothing of the venue: "Mairie" and "Mairie de Lille" are one in Lille. */
    private static double venue(Spot left, Spot right) {
        int mine = telling(left.venue(), left, right);
        int others = telling(right.venue(), left, right);
        if (mine == 0 || others == 0) {
            return left.venue().length == 0 || right.venue().length == 0 ? 0 : words(left.venue(), right.venue());
        }
        int common = 0;
        for (int word : left.venue()) {
            if (!town(word, left, right) && Phrase.contains(right.venue(), word)) {
                common++;
            }
        }
        double weight = grade(common, mine, others);
        boolean misspelt = weight < Weights.VENUE_WITHIN && Slips.only(left.venueName(), right.venueName());
        return misspelt ? Weights.VENUE_WITHIN : weight;
    }

    private static double words(int[] left, int[] right) {
        return grade(Phrase.common(left, right), left.length, right.length);
    }

    private static double grade(int common, int mine, int others) {
        int fewer = Math.min(mine, others);
        if (common == Math.max(mine, others)) {
            return Weights.SAME_VENUE;
        }
        if (common == fewer) {
            return Weights.VENUE_WITHIN;
        }
        return common * 2 >= fewer ? Weights.ALIKE_VENUE : Weights.OTHER_VENUE;
    }

    private static int telling(int[] venue, Spot left, Spot right) {
        int telling = 0;
        for (int word : venue) {
            if (!town(word, left, right)) {
                telling++;
            }
        }
        return telling;
    }

    private static boolean town(int word, Spot left, Spot right) {
        return Phrase.contains(left.communeWords(), word) || Phrase.contains(right.communeWords(), word);
    }

    private static double address(Spot a, Spot b, double venue) {
        if (a.street().length == 0 || b.street().length == 0) {
            return venue;
        }
        boolean street = Phrase.common(a.street(), b.street()) * 2 > Math.min(a.street().length, b.street().length);
        if (a.number() == 0 || b.number() == 0) {
            return street ? venue + Weights.SAME_STREET : venue;
        }
        return street && a.number() == b.number()
                ? Math.max(venue, 0) + Weights.SAME_ADDRESS
                : Math.min(venue, 0) + Weights.OTHER_ADDRESS;
    }

    private static double point(Spot a, Spot b) {
        float distance = Math.abs(a.latitude() - b.latitude()) + Math.abs(a.longitude() - b.longitude());
        if (Float.isNaN(distance)) {
            return 0;
        }
        return distance < SAME ? Weights.SAME_POINT : distance > FAR ? Weights.FAR_POINT : Weights.OTHER_POINT;
    }
}
