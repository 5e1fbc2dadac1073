/** From published events to figures, with their definitions. */
@NullMarked
package moisson.statistics;

import org.jspecify.annotations.NullMarked;
