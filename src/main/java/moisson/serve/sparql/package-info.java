/** The read-only SPARQL endpoint over the published version. */
@NullMarked
package moisson.serve.sparql;

import org.jspecify.annotations.NullMarked;
