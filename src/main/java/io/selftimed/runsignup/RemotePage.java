package io.selftimed.runsignup;

import java.util.List;

/**
 * A page of rows.
 *
 * @param rows what could be read, in RunSignup's order
 * @param unreadable how many rows lacked what every row must have
 */
public record RemotePage<T>(List<T> rows, int unreadable) {

	/**
	 * Whether more may follow.
	 * @param asked how many rows a page has
	 */
	public boolean isFull(int asked) {
		return this.rows.size() + this.unreadable >= asked;
	}

}
