/** The words of the house: source, delivery, record, event, edition, notice, run, cluster, publication. Knows nobody. */
@NullMarked
package moisson.event;

import org.jspecify.annotations.NullMarked;
