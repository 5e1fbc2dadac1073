package moisson.deduplicate;

/** What two events leave open where they agree: the hour, when one tells none or another one, and the room. */
final class Untold {
    private Untold() {}

    static boolean any(Profile one, Profile other) {
        return hour(one, other) || room(one, other);
    }

    /** Whether an event tells its hour or its room as {@code chosen} does, where it could only be guessed for {@code rival}. */
    static boolean less(Profile event, Profile chosen, Profile rival) {
        return (!hour(event, chosen) && hour(event, rival))
                || (Markers.sameRoom(event.traits().markers(), chosen.traits().markers()) && room(event, rival));
    }

    static boolean hour(Profile one, Profile other) {
        TimeRelation time =
                TimeRelation.of(one.traits().schedule(), other.traits().schedule());
        return time == TimeRelation.SAME_DAY || time == TimeRelation.SLIP;
    }

    static boolean room(Profile one, Profile other) {
        return Markers.roomUntold(one.traits().markers(), other.traits().markers());
    }
}
