package io.selftimed.delivery;

import java.util.stream.LongStream;

import io.selftimed.runsignup.RemotePage;
import io.selftimed.runsignup.RemoteResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a result set has been read to its end.
 */
class ListingTests {

	private final Listing listing = new Listing(3);

	private static RemotePage<RemoteResult> page(long from, long to) {
		return new RemotePage<>(
				LongStream.range(from, to).mapToObj((id) -> new RemoteResult(id, null, id, 1L, "24:31")).toList(), 0);
	}

	@Test
	void theEndIsAPageWithoutRows() {
		this.listing.take(page(1, 4));
		this.listing.take(page(4, 5));
		assertThat(this.listing.isWhole()).isFalse();
		this.listing.take(page(1, 1));
		assertThat(this.listing.isWhole()).isTrue();
		assertThat(this.listing.isClear()).isTrue();
	}

	@Test
	void aPageThatIsLongerThanAskedAndComesAgainWasEverything() {
		assertThat(this.listing.take(page(1, 6))).isTrue();
		assertThat(this.listing.take(page(1, 6))).isFalse();
		assertThat(this.listing.isWhole()).isTrue();
	}

	@Test
	void aFullPageThatComesAgainMayHaveBeenCut() {
		this.listing.take(page(1, 4));
		this.listing.take(page(1, 4));
		assertThat(this.listing.isWhole()).isFalse();
		assertThat(this.listing.isBroken()).isTrue();
	}

	@Test
	void aRemoteWithoutEndIsGivenUp() {
		for (long page = 1; page <= 2000; page++) {
			assertThat(this.listing.isBroken()).isFalse();
			this.listing.take(page(page * 3, page * 3 + 3));
		}
		assertThat(this.listing.isBroken()).isTrue();
	}

	@Test
	void whatCannotBeReadMakesItUnclear() {
		this.listing.take(new RemotePage<>(page(1, 2).rows(), 1));
		assertThat(this.listing.isClear()).isFalse();
	}

}
