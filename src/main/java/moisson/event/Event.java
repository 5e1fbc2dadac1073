package moisson.event;

/** A happening the public can attend or use, normalized from one record. Cannot exist without a title and a time. */
public record Event(
        EventId id, Wording wording, Kind kind, When when, Place place, Hosts hosts, Access access, Links links) {
    public Event {
        if (when.firstDay().isEmpty() && when.declaredFor() == null) {
            throw new IllegalArgumentException("an event needs a day, or the edition it was declared for");
        }
    }

    public String title() {
        return wording.title();
    }
}
