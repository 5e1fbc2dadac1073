/** The benchmarks of {@code docs/benchmarks.md}, each in a process of its own. */
@NullMarked
package moisson.app.bench;

import org.jspecify.annotations.NullMarked;
