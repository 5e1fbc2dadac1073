/** A delivery becomes a run: read, normalized, compared, planned, applied. */
@NullMarked
package moisson.harvest;

import org.jspecify.annotations.NullMarked;
