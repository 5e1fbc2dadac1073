/** The reader of spreadsheets. */
@NullMarked
package moisson.intake.sheet;

import org.jspecify.annotations.NullMarked;
