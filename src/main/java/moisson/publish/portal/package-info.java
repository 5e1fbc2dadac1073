/** Brings the current version to the portals of others: compares, sends only what differs, reads back. */
@org.jspecify.annotations.NullMarked
package moisson.publish.portal;
