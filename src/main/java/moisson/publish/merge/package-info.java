/** From the events of a cluster to the one event that is published, with the source of every value. */
@NullMarked
package moisson.publish.merge;

import org.jspecify.annotations.NullMarked;
