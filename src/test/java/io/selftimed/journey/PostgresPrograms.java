package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's own programs for copies, as they are in the public image of PostgreSQL.
 * Where a stand-in of that image has older ones than its server, which refuse to read it,
 * those of {@code src/test/sh/postgres-client} are laid over it.
 */
final class PostgresPrograms {

	private static final String CLIENT = "selftimed-postgres-client:17";

	private static final String IMAGE = "selftimed-it-postgres:17";

	private PostgresPrograms() {
	}

	/**
	 * What has to be laid over the compose file so that the service {@code postgres} has
	 * them: nothing with the public image.
	 * @param folder for what is made
	 */
	static Path[] overrides(Path folder) {
		if (Engine.run("docker", "run", "--rm", "--entrypoint", "pg_dump", "postgres:17", "--version")
			.contains(" 17")) {
			return new Path[0];
		}
		try {
			Path context = Files.createDirectory(folder.resolve("programs"));
			Files.writeString(context.resolve("Dockerfile"), """
					FROM %s AS client
					FROM postgres:17
					COPY --from=client / /opt/client
					RUN for program in pg_dump pg_restore createdb dropdb psql; do \
						printf '#!/bin/sh\\nexec %%s --library-path %%s %%s "$@"\\n' \
							/opt/client/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 \
							/opt/client/usr/lib/x86_64-linux-gnu \
							/opt/client/usr/lib/postgresql/17/bin/$program >/usr/local/sbin/$program \
						&& chmod 755 /usr/local/sbin/$program; done
					""".formatted(CLIENT));
			Engine.run("docker", "build", "--quiet", "--tag", IMAGE, context.toString());
			return new Path[] { Files.writeString(folder.resolve("programs.yml"), """
					version: "3.8"
					services:
					  postgres:
					    image: %s
					""".formatted(IMAGE)) };
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
