/** What was asked and what is answered: routes, replies, conditional requests, ranges, limits. */
@NullMarked
package moisson.serve.http;

import org.jspecify.annotations.NullMarked;
