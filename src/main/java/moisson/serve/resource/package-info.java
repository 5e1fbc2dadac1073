/** Linked data: what is said of each thing we name, in every form of RDF and as a page. */
@NullMarked
package moisson.serve.resource;

import org.jspecify.annotations.NullMarked;
