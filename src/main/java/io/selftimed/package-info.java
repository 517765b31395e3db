/**
 * Selftimed: runners of a virtual race submit their own results, and every accepted one
 * reaches RunSignup. This package starts the application; each package below it is a
 * module.
 */
@NullMarked
package io.selftimed;

import org.jspecify.annotations.NullMarked;
