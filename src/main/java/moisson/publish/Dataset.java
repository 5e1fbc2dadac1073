package moisson.publish;

import moisson.event.PublishedEvent;

/**
 * The published events of one edition or of all, in the order they are written: edition, start, id.
 *
 * @param events may be gone through more than once; writers hold none of them back
 */
public record Dataset(String name, Iterable<PublishedEvent> events) {}
