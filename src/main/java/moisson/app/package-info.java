/** Starts Moisson, reads its settings, knows the commands, names the beans that routes may call. The only room that knows Camel. */
@NullMarked
package moisson.app;

import org.jspecify.annotations.NullMarked;
