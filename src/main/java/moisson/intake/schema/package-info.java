/** What events of schema.org and DATAtourisme mean to us, in whatever way they were written down. */
@NullMarked
package moisson.intake.schema;

import org.jspecify.annotations.NullMarked;
