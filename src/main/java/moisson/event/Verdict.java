package moisson.event;

/** A person's word on two events; outranks every score, for ever. */
public record Verdict(EventId left, EventId right, boolean same) {}
