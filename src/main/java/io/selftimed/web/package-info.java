/**
 * The little that all pages share: layout, error pages, a page of rows that is continued
 * by key. Never knows a race or a runner.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.selftimed.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
