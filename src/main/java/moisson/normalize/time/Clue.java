package moisson.normalize.time;

import java.time.LocalDate;

/**
 * What helps to find a year that was not written.
 *
 * @param about a day near the event
 * @param sureYear true when the event is of that very year, so that a wrong weekday does not speak for another
 */
public record Clue(LocalDate about, boolean sureYear) {}
