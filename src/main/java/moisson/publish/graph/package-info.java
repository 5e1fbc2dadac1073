/** The published events, their vocabulary and the catalogue as RDF. */
@NullMarked
package moisson.publish.graph;

import org.jspecify.annotations.NullMarked;
