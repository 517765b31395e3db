package io.selftimed.sandbox.api;

import org.jspecify.annotations.Nullable;

/**
 * Which item of a call counts as bad, whatever it says.
 *
 * @param bib whose item, null for the first
 * @param dropped whether bad items are dropped without a word; otherwise the batch fails
 */
record BadItem(@Nullable Long bib, boolean dropped) {

	boolean is(int index, long bib) {
		return (this.bib != null) ? this.bib == bib : index == 0;
	}

}
