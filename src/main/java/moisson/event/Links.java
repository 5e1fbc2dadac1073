package moisson.event;

import org.jspecify.annotations.Nullable;

/** Absolute http(s) URLs: the event's own page, and where to register. */
public record Links(@Nullable String page, @Nullable String registration) {}
