/** Public pages and downloads of the published version. */
@NullMarked
package moisson.serve.portal;

import org.jspecify.annotations.NullMarked;
