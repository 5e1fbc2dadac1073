/** What became of one delivery, told in full: for programs, for spreadsheets, for the operator and for partners. */
@NullMarked
package moisson.serve.report;

import org.jspecify.annotations.NullMarked;
