package io.selftimed.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the simulated RunSignup holds: the newest result of each registration, kept in a
 * file of its own, one line a result. A line that was cut off by a crash is dropped.
 */
class ReceivedResults {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Path file;

	private final Map<String, StoredResult> held = new LinkedHashMap<>();

	ReceivedResults(Path file) {
		this.file = file;
		load();
	}

	/** The result of a registration in an event, if there is one. */
	synchronized Optional<StoredResult> find(long eventId, long registrationId) {
		return Optional.ofNullable(this.held.get(key(eventId, registrationId)));
	}

	/** The result set that an event without one was given, if it was. */
	synchronized Optional<Long> resultSetOf(long eventId) {
		return this.held.values()
			.stream()
			.filter((result) -> result.eventId() == eventId)
			.map(StoredResult::resultSetId)
			.findFirst();
	}

	/** The newest results, newest first. */
	synchronized List<StoredResult> newest(int most, @Nullable Long registrationId) {
		List<StoredResult> all = new ArrayList<>(this.held.values());
		Collections.reverse(all);
		return all.stream()
			.filter((result) -> registrationId == null || result.registrationId() == registrationId)
			.limit(most)
			.toList();
	}

	/** Keeps results, first in the file, then in memory. */
	synchronized void keep(List<StoredResult> results) {
		StringBuilder lines = new StringBuilder();
		results.forEach((result) -> lines.append(JSON.writeValueAsString(result)).append('\n'));
		append(lines.toString());
		results.forEach(this::hold);
	}

	private void hold(StoredResult result) {
		String key = key(result.eventId(), result.registrationId());
		this.held.remove(key);
		this.held.put(key, result);
	}

	private void append(String lines) {
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.APPEND)) {
				ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void load() {
		if (!Files.exists(this.file)) {
			return;
		}
		try {
			String text = Files.readString(this.file);
			int end = text.lastIndexOf('\n') + 1;
			text.substring(0, end).lines().forEach(this::loadLine);
			if (end < text.length()) {
				Files.writeString(this.file, text.substring(0, end));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void loadLine(String line) {
		try {
			hold(JSON.readValue(line, StoredResult.class));
		}
		catch (JacksonException ex) {
			// A line that is no result was never answered as one.
		}
	}

	private static String key(long eventId, long registrationId) {
		return eventId + "/" + registrationId;
	}

}
