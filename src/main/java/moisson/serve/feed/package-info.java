/** The changes of all versions for programs that follow them: RPDE and Linked Data Event Stream. */
@NullMarked
package moisson.serve.feed;

import org.jspecify.annotations.NullMarked;
