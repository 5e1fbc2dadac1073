/** The clusters become one version: datasets, catalogue, files. */
@NullMarked
package moisson.publish;

import org.jspecify.annotations.NullMarked;
