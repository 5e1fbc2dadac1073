/** Runs queries of strangers so that none can hold up the others, fill the memory, or reach anything but the published graphs. */
@NullMarked
package moisson.serve.sparql.run;

import org.jspecify.annotations.NullMarked;
