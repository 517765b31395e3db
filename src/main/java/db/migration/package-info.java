/**
 * Migrations that the two databases spell differently. All others are SQL, in
 * {@code src/main/resources/db/migration}.
 */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
