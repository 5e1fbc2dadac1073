/** From a record to an event and its notices. */
@NullMarked
package moisson.normalize;

import org.jspecify.annotations.NullMarked;
