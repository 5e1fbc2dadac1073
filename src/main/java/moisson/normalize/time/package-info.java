/** Dates and hours as people and machines write them: words, then tokens, then days and hours, then sessions. */
@NullMarked
package moisson.normalize.time;

import org.jspecify.annotations.NullMarked;
