/** Fictional feeds with known duplicates, for loads, benchmarks and measures of accuracy. */
@NullMarked
package moisson.generate;

import org.jspecify.annotations.NullMarked;
