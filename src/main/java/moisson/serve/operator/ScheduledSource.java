package moisson.serve.operator;

import java.time.Instant;
import moisson.event.Source;
import org.jspecify.annotations.Nullable;

/**
 * A source as the scheduler sees it.
 *
 * @param nextHarvest null when none is planned
 * @param running true while it is being harvested
 */
public record ScheduledSource(Source source, @Nullable Instant nextHarvest, boolean running) {}
