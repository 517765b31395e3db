package io.selftimed.runsignup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.selftimed.runsignup.UserResult.Tally;
import io.selftimed.runsignup.UserResult.Time;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever bytes come as an answer: there is a result of the call, and never an exception
 * that gets out. The folder {@code answers} holds where the bytes begin; what is ever
 * misread is kept there.
 */
class AnyAnswerTests {

	private static final Path CORPUS = Path.of("src/test/resources/runsignup/answers");

	private static final UserResult MARSH = new UserResult(11L, 101L, new Time.Clock(1_020_000), new Tally.Unchanged(),
			null);

	private static final Passport PASSPORT = new Passport.Builder().secret("published-secret").build();

	private final UserResultsReader results = new UserResultsReader(() -> Instant.EPOCH);

	private final ReadReader reads = new ReadReader(() -> Instant.EPOCH);

	@Example
	void theCorpusIsUnderstood() {
		corpus().forEach((body) -> isUnderstood(body, 200, "7"));
	}

	@Property(tries = 2000)
	void anyBytesAreAnAnswer(@ForAll byte[] body, @ForAll("statuses") int status) {
		isUnderstood(body, status, null);
	}

	@Property(tries = 6000)
	void anyAnswerThatIsBrokenIsAnAnswer(@ForAll("broken") byte[] body, @ForAll("statuses") int status,
			@ForAll String retryAfter) {
		isUnderstood(body, status, retryAfter);
	}

	private void isUnderstood(byte[] body, int status, @Nullable String retryAfter) {
		byte[] plain = AnswerBytes.unpacked(body, Calls.LARGEST_ANSWER).orElseThrow();
		Reply.Whole answer = new Reply.Whole(status, retryAfter, AnswerDocument.of(plain, PASSPORT));
		UserResultsAnswer written = this.results.read(List.of(MARSH), answer);
		assertThat(written).isNotNull();
		if (written instanceof UserResultsAnswer.Received received) {
			assertThat(received.items()).hasSize(1);
		}
		for (ReadAnswer<?> read : List.of(this.reads.read(answer, ReadContent::race),
				this.reads.read(answer, (tree) -> ReadContent.participants(tree, 661702)),
				this.reads.read(answer, (tree) -> ReadContent.removedParticipants(tree, 5)),
				this.reads.read(answer, ReadContent::resultSets),
				this.reads.read(answer, (tree) -> ReadContent.results(tree, 1)),
				this.reads.read(answer, ReadContent::virtualSettings))) {
			assertThat(read).isNotNull();
			if (read instanceof ReadAnswer.NotFound<?> none) {
				assertThat(none.message()).isNotBlank().hasSizeLessThanOrEqualTo(500);
			}
		}
		answer.document().textAnywhere("entity_type");
		answer.document().text("access_token");
	}

	@Provide
	Arbitrary<Integer> statuses() {
		return Arbitraries.of(200, 200, 200, 302, 400, 401, 404, 429, 500, 502, 504, 522, 524);
	}

	/** Answers of the corpus, with some bytes changed, lost, doubled or swapped. */
	@Provide
	Arbitrary<byte[]> broken() {
		Arbitrary<byte[]> whole = Arbitraries.of(corpus().toList());
		Arbitrary<List<Blow>> blows = Combinators
			.combine(Arbitraries.integers().between(0, 3), Arbitraries.doubles().between(0, 0.99),
					Arbitraries.doubles().between(0, 0.99), Arbitraries.bytes())
			.as(Blow::new)
			.list()
			.ofMinSize(1)
			.ofMaxSize(6);
		return Combinators.combine(whole, blows).as((body, all) -> {
			byte[] broken = body;
			for (Blow blow : all) {
				broken = blow.hit(broken);
			}
			return broken;
		});
	}

	private static Stream<byte[]> corpus() {
		try (Stream<Path> files = Files.list(CORPUS)) {
			return files.sorted().map(AnyAnswerTests::bytes).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A change of a body between two places, given as shares of its length.
	 */
	private record Blow(int kind, double from, double to, byte value) {

		byte[] hit(byte[] body) {
			int first = (int) (Math.min(this.from, this.to) * body.length);
			int last = (int) (Math.max(this.from, this.to) * body.length);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			out.write(body, 0, first);
			switch (this.kind) {
				case 0 -> out.write(this.value);
				case 1 -> out.write(body, 0, last);
				case 2 -> out.write(body, first, last - first);
				default -> {
				}
			}
			int rest = Math.min(body.length, (this.kind == 2) ? first : Math.max(last, first + 1));
			out.write(body, rest, body.length - rest);
			return out.toByteArray();
		}

	}

}
