/** The operator's pages: sources, harvests, notices. */
@NullMarked
package moisson.serve.operator;

import org.jspecify.annotations.NullMarked;
