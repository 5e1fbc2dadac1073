package moisson.event;

/** What sort of event it is, how one takes part and whether it takes place. */
public record Kind(EventFormat format, Mode mode, Status status) {}
