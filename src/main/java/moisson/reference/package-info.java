/** Shipped tables: communes, départements, zones, organisations, vocabularies. */
@NullMarked
package moisson.reference;

import org.jspecify.annotations.NullMarked;
