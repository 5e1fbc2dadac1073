/** The form by which organisers propose an event. */
@NullMarked
package moisson.serve.form;

import org.jspecify.annotations.NullMarked;
