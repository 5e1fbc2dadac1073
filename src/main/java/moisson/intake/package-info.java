/** From a source's bytes to records. One reader per format. */
@NullMarked
package moisson.intake;

import org.jspecify.annotations.NullMarked;
