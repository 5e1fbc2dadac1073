/** What people meet over HTTP: pages, downloads, form, operator's page, SPARQL. */
@NullMarked
package moisson.serve;

import org.jspecify.annotations.NullMarked;
