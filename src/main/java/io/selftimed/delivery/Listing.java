package io.selftimed.delivery;

import java.util.List;

import io.selftimed.runsignup.RemotePage;
import io.selftimed.runsignup.RemoteResult;

/**
 * Where the reading of one result set stands, page after page: whether there is more, and
 * whether rows came that cannot be told apart. Keeps one page's ids and no results.
 */
final class Listing {

	/** Of a remote that never comes to an end no more than this is read. */
	private static final int LONGEST = 2000;

	private final int asked;

	private int pages;

	private List<Long> last = List.of();

	private boolean ended;

	private boolean broken;

	private boolean registrations;

	private boolean bibs;

	private boolean unclear;

	/**
	 * A listing of which nothing was read.
	 * @param asked how many rows a page is asked to have
	 */
	Listing(int asked) {
		this.asked = asked;
	}

	/**
	 * Takes in the next page. The end is a page without rows, not a short one: RunSignup
	 * may give fewer than it was asked for. A page that comes once more tells that it
	 * knows no pages: then the first was everything, unless it was cut at the length that
	 * was asked for.
	 * @return whether its rows are new
	 */
	boolean take(RemotePage<RemoteResult> page) {
		List<Long> ids = page.rows().stream().map(RemoteResult::resultId).toList();
		boolean again = !ids.isEmpty() && ids.equals(this.last);
		int rows = ids.size() + page.unreadable();
		this.pages++;
		this.last = ids;
		this.ended = rows == 0 || (again && rows != this.asked);
		this.broken = (again && !this.ended) || this.pages >= LONGEST;
		this.unclear |= page.unreadable() > 0;
		page.rows().forEach(this::look);
		return !again;
	}

	private void look(RemoteResult row) {
		this.registrations |= row.registrationId() != null;
		this.bibs |= row.registrationId() == null;
		this.unclear |= row.registrationId() == null && row.bib() == null;
	}

	/** The page to read next, from 1. */
	int nextPage() {
		return this.pages + 1;
	}

	boolean isWhole() {
		return this.ended;
	}

	boolean isBroken() {
		return this.broken;
	}

	/** Whether rows may have moved from page to page while it was read. */
	boolean hasSeveralPages() {
		return this.pages > 2;
	}

	/** Whether its rows name bibs only. */
	boolean isByBib() {
		return this.bibs;
	}

	/**
	 * Whether every runner in it could be recognised, so that absence means something.
	 */
	boolean isClear() {
		return !this.unclear && !(this.registrations && this.bibs);
	}

}
