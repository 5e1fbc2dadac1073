/** From events to clusters, with reasons. */
@NullMarked
package moisson.deduplicate;

import org.jspecify.annotations.NullMarked;
