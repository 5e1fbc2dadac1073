package moisson.deduplicate;

/** How the times of two events stand to each other. */
enum TimeRelation {
    SAME_SESSIONS(Weights.SAME_SESSIONS),
    SAME_MINUTE(Weights.SAME_MINUTE),
    /** The same day; one of them, or both, tell no hour. */
    SAME_DAY(Weights.SAME_DAY),
    /** One lists sessions, the other tells only where they begin. */
    SAME_BEGINNING(Weights.SAME_BEGINNING),
    /** Most sessions are common. */
    MOSTLY(Weights.MOSTLY_SAME_SESSIONS),
    /** Apart by exactly the distance to UTC: perhaps an hour written in the wrong zone. */
    SLIP(Weights.ZONE_SLIP),
    /** Neither has sessions. */
    ON_DEMAND(Weights.ON_DEMAND),
    /** The sessions of one are a strict part of the other's. */
    PART(0),
    /** Another day or another hour: never the same. */
    APART(Double.NEGATIVE_INFINITY);

    /** So many sessions make a run of which few may be left out. */
    private static final int MANY = 5;

    private final double weight;

    TimeRelation(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    static TimeRelation of(Schedule left, Schedule right) {
        if (left.onDemand() || right.onDemand()) {
            return onDemand(left, right);
        }
        if (left.several() && right.several()) {
            return lists(left, right);
        }
        if (left.several() || right.several()) {
            return left.several() ? listAndOne(left, right) : listAndOne(right, left);
        }
        return singles(left, right);
    }

    private static TimeRelation onDemand(Schedule left, Schedule right) {
        boolean otherEdition = left.edition() != 0 && right.edition() != 0 && left.edition() != right.edition();
        return left.onDemand() && right.onDemand() && !otherEdition ? ON_DEMAND : APART;
    }

    private static TimeRelation singles(Schedule left, Schedule right) {
        if (left.firstDay() != right.firstDay()) {
            boolean part = (left.run() && within(right, left)) || (right.run() && within(left, right));
            return part ? PART : APART;
        }
        if (left.run() != right.run() && left.ends() && right.ends() && !sameNight(left, right)) {
            return PART;
        }
        return minutes(left, right);
    }

    /** Days alone count the night that ends on the next day as two. */
    private static boolean sameNight(Schedule left, Schedule right) {
        return ((left.night() && !right.hours()) || (right.night() && !left.hours()))
                && Math.abs(left.lastDay() - right.lastDay()) == 1;
    }

    private static boolean within(Schedule inner, Schedule outer) {
        return inner.firstDay() >= outer.firstDay() && inner.lastDay() <= outer.lastDay();
    }

    private static TimeRelation minutes(Schedule left, Schedule right) {
        if (!left.hours() || !right.hours()) {
            return SAME_DAY;
        }
        int apart = Math.abs(left.start() - right.start());
        if (apart == 0) {
            return SAME_MINUTE;
        }
        return apart == Math.abs(left.offset()) || apart == Math.abs(right.offset()) ? SLIP : APART;
    }

    private static TimeRelation listAndOne(Schedule list, Schedule one) {
        if (one.run()) {
            return listAndRun(list, one);
        }
        boolean hours = one.hours() && list.hours();
        boolean among = hours ? list.startsAt(one.start()) : list.startsOn(one.firstDay());
        boolean beginning = one.firstDay() == list.firstDay() && minutes(list, one) != APART;
        if (one.ends() || !beginning) {
            return among ? PART : APART;
        }
        return SAME_BEGINNING;
    }

    private static TimeRelation listAndRun(Schedule list, Schedule run) {
        if (list.firstDay() == run.firstDay() && list.lastDay() == run.lastDay()) {
            return minutes(list, run);
        }
        return within(list, run) || within(run, list) ? PART : APART;
    }

    private static TimeRelation lists(Schedule left, Schedule right) {
        int common = 0;
        for (int start : left.starts()) {
            if (right.startsAt(start)) {
                common++;
            }
        }
        int fewer = Math.min(left.starts().length, right.starts().length);
        int more = Math.max(left.starts().length, right.starts().length);
        if (common == fewer) {
            // A long list that lacks a day or two is the same run, told incompletely.
            return fewer == more ? SAME_SESSIONS : fewer >= MANY && fewer * 5 >= more * 4 ? MOSTLY : PART;
        }
        if (left.starts().length == right.starts().length && left.hours() != right.hours()) {
            return left.firstDay() == right.firstDay() && left.lastDay() == right.lastDay() ? SAME_DAY : APART;
        }
        if (common * 2 >= fewer) {
            return MOSTLY;
        }
        return minutes(left, right) == SLIP ? SLIP : APART;
    }
}
