/** How deliveries are fetched: the guard and the limits of every request, pages joined, files and messages taken. */
@NullMarked
package moisson.app.fetch;

import org.jspecify.annotations.NullMarked;
