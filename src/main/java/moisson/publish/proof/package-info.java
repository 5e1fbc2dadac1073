/** Reads a version back, by other code than wrote it, and compares everything with everything. */
@NullMarked
package moisson.publish.proof;

import org.jspecify.annotations.NullMarked;
