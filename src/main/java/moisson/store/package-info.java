/** Remembers records, events, clusters, decisions, runs, publications. */
@NullMarked
package moisson.store;

import org.jspecify.annotations.NullMarked;
