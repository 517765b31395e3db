package io.selftimed.sandbox.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the simulator received, in a file with one line for each call. A line that was cut
 * short by a crash is the last and was never answered: it is dropped.
 */
public final class KeptResults implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final long CHANGED_BY = 10_000;

	private static final long FIRST_MADE_RESULT_SET = 52001;

	private final SequencedMap<Key, KeptResult> results = new LinkedHashMap<>();

	private final Path file;

	private final FileChannel channel;

	/**
	 * Opens the file and reads what it holds.
	 * @param folder where the file is or will be
	 * @throws StartRefusal if the file cannot be used
	 */
	public KeptResults(Path folder) {
		this.file = folder.resolve("sandbox-runsignup.jsonl");
		try {
			Files.createDirectories(folder);
			this.channel = FileChannel.open(this.file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
					forOwner());
			load();
		}
		catch (IOException | JacksonException ex) {
			throw new StartRefusal("The simulator cannot use the file " + this.file.toAbsolutePath()
					+ ": move it away, or name another folder with selftimed.data-dir.");
		}
	}

	/** Names of runners are in it. */
	private FileAttribute<?>[] forOwner() {
		boolean posix = this.file.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	private void load() throws IOException {
		byte[] content = Files.readAllBytes(this.file);
		int start = 0;
		for (int index = 0; index < content.length; index++) {
			if (content[index] == '\n') {
				remember(List.of(JSON.readValue(content, start, index - start, KeptResult[].class)));
				start = index + 1;
			}
		}
		this.channel.truncate(start).position(start);
	}

	/**
	 * Keeps results, all or none; they are on the disk when this returns. A later result
	 * of a registration replaces the earlier.
	 * @param batch the results of one call
	 * @throws CallError if they could not be written
	 */
	public synchronized void keep(List<KeptResult> batch) {
		if (batch.isEmpty()) {
			return;
		}
		try {
			append((JSON.writeValueAsString(batch) + "\n").getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw CallError.databaseError();
		}
		remember(batch);
	}

	private void append(byte[] line) throws IOException {
		long before = this.channel.position();
		try {
			ByteBuffer buffer = ByteBuffer.wrap(line);
			while (buffer.hasRemaining()) {
				this.channel.write(buffer);
			}
			this.channel.force(false);
		}
		catch (IOException ex) {
			this.channel.truncate(before).position(before);
			throw ex;
		}
	}

	/** An approval leaves a result in its place. */
	private void remember(List<KeptResult> batch) {
		for (KeptResult result : batch) {
			Key key = new Key(result.eventId(), result.registrationId());
			KeptResult before = this.results.get(key);
			if (result.isForgotten()) {
				this.results.remove(key);
			}
			else if (before != null && result.approvedAt() != null && before.receivedAt() == result.receivedAt()) {
				this.results.put(key, result);
			}
			else {
				this.results.putLast(key, result);
			}
		}
	}

	/**
	 * Approves results as a director would.
	 * @param eventId of which event, null for all
	 * @param registrationId whose result, null for everybody's
	 * @param at when, in seconds since 1970
	 * @return how many were approved now
	 */
	public synchronized int approve(@Nullable Long eventId, @Nullable Long registrationId, long at) {
		List<KeptResult> approved = this.results.values()
			.stream()
			.filter((result) -> result.approvedAt() == null && (eventId == null || eventId == result.eventId())
					&& (registrationId == null || registrationId == result.registrationId()))
			.map((result) -> result.approved(at))
			.toList();
		keep(approved);
		return approved.size();
	}

	/** Shows a result with ten seconds more than was sent; a code stays as it is. */
	public synchronized void change(long eventId, long registrationId) {
		find(eventId, registrationId).ifPresent((result) -> {
			Long time = result.milliseconds();
			if (time != null) {
				keep(List.of(result.at(time + CHANGED_BY)));
			}
		});
	}

	/** Forgets a result, as if somebody had deleted it. */
	public synchronized void forget(long eventId, long registrationId) {
		find(eventId, registrationId).ifPresent((result) -> keep(List.of(result.forgotten())));
	}

	/** The results of an event, in the order they came. */
	synchronized List<KeptResult> of(long eventId) {
		return this.results.values().stream().filter((result) -> result.eventId() == eventId).toList();
	}

	/** How many results there are. */
	public synchronized int count() {
		return this.results.size();
	}

	/** How many results wait for a director. */
	public synchronized int unapproved() {
		return (int) this.results.values().stream().filter((result) -> result.approvedAt() == null).count();
	}

	/**
	 * Forgets everything, on the disk too.
	 * @return whether that worked
	 */
	public synchronized boolean clear() {
		try {
			this.channel.truncate(0).position(0);
			this.channel.force(false);
		}
		catch (IOException ex) {
			return false;
		}
		this.results.clear();
		return true;
	}

	/** The result of a registration, empty if there is none. */
	public synchronized Optional<KeptResult> find(long eventId, long registrationId) {
		return Optional.ofNullable(this.results.get(new Key(eventId, registrationId)));
	}

	/**
	 * The results that came last.
	 * @param registrationId whose results, null for everybody's
	 * @param limit how many at most
	 * @return newest first
	 */
	public synchronized List<KeptResult> newest(@Nullable Long registrationId, int limit) {
		List<KeptResult> newest = new ArrayList<>();
		for (KeptResult result : this.results.sequencedValues().reversed()) {
			if (newest.size() < limit && (registrationId == null || registrationId == result.registrationId())) {
				newest.add(result);
			}
		}
		return newest;
	}

	/**
	 * The result set that was made for an event without one, or the next that will be.
	 */
	synchronized long madeResultSet(long eventId) {
		long next = FIRST_MADE_RESULT_SET;
		for (KeptResult result : this.results.values()) {
			if (result.eventId() == eventId) {
				return result.resultSet();
			}
			next = Math.max(next, result.resultSet() + 1);
		}
		return next;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	private record Key(long eventId, long registrationId) {
	}

}
