package io.selftimed.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Equal processes on one database.
 */
final class Replicas {

	private final List<RunningJar> jars = new CopyOnWriteArrayList<>();

	private final Path dataDir;

	private final List<String> arguments;

	/** Starts them, one after the other. */
	Replicas(int count, Path dataDir, List<String> arguments) {
		this.dataDir = dataDir;
		this.arguments = arguments;
		for (int number = 0; number < count; number++) {
			this.jars.add(RunningJar.replica(RunningJar.freePort(), dataDir, arguments));
		}
	}

	/** The port of any of them, dead or alive. */
	int portOfOne() {
		return this.jars.get(ThreadLocalRandom.current().nextInt(this.jars.size())).port();
	}

	/** Kills the one whose turn it is, with {@code kill -9}, and starts it again. */
	void killAndStartAgain(int turn) {
		int index = turn % this.jars.size();
		RunningJar killed = this.jars.get(index);
		killed.kill();
		this.jars.set(index, RunningJar.replica(killed.port(), this.dataDir, this.arguments));
	}

	/** Stops them as an operator would. */
	void stop() {
		new ArrayList<>(this.jars).forEach(RunningJar::close);
	}

}
