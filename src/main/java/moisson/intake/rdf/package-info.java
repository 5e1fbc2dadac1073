/** The reader of linked data: schema.org and DATAtourisme in any syntax of RDF. */
@NullMarked
package moisson.intake.rdf;

import org.jspecify.annotations.NullMarked;
