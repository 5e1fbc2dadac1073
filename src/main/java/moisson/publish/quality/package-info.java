/** How good a catalogue is: whether it keeps to DCAT-AP, and what the method of data.europa.eu gives it. */
@NullMarked
package moisson.publish.quality;

import org.jspecify.annotations.NullMarked;
