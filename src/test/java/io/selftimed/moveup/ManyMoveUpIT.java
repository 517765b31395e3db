package io.selftimed.moveup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a large installation stands still while it moves up.
 */
@Tag("endurance")
class ManyMoveUpIT {

	private static final int MANY = Integer.getInteger("selftimed.submissions", 100_000);

	@TempDir
	private Path folder;

	@Test
	void aHundredThousandSubmissionsMove() throws IOException {
		new MovingHouse(this.folder).built("latest").livedIn(MANY);
		try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
			Mover mover = new Mover(server.getJdbcUrl("postgres", "postgres"));
			long begun = System.nanoTime();
			assertThat(mover.move(this.folder)).as(mover.refused()).isZero();
			Duration took = Duration.ofNanos(System.nanoTime() - begun);
			Files.writeString(Path.of("target", "endurance.txt"), """
					moving up %,d submissions took %.1f s
					%s
					H2 file %,d bytes, PostgreSQL %,d bytes
					""".formatted(mover.count("submission"), took.toMillis() / 1e3, mover.said(),
					Files.size(this.folder.resolve("selftimed.mv.db")),
					mover.there().sql("select pg_database_size(current_database())").query(Long.class).single()),
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
	}

}
