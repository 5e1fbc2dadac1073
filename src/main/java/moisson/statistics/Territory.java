package moisson.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A département, a région or a collectivity overseas.
 *
 * @param population its inhabitants; null when no source tells
 */
public record Territory(String name, @Nullable Long population) {}
