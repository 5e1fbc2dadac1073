/** What pages are made of: frame, words in two languages, dates and numbers as people read them. */
@NullMarked
package moisson.serve.view;

import org.jspecify.annotations.NullMarked;
