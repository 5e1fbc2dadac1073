/** The published columns, and one writer per format. */
@NullMarked
package moisson.publish.format;

import org.jspecify.annotations.NullMarked;
