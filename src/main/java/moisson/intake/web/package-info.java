/** Readers of what the web serves: syndication feeds, and pages with schema.org data in them. */
@NullMarked
package moisson.intake.web;

import org.jspecify.annotations.NullMarked;
