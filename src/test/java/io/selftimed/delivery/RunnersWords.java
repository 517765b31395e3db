package io.selftimed.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.selftimed.runsignup.UserResult;
import org.jspecify.annotations.Nullable;

/**
 * What one runner has said and what people made of it, kept beside the product: tells
 * which word is wanted at RunSignup.
 */
final class RunnersWords {

	private final List<Word> words = new ArrayList<>();

	/** All that was ever wanted, in order; the same value may be wanted again. */
	private final List<Optional<Word>> wanted = new ArrayList<>();

	private int called = -1;

	int nextNumber() {
		return this.words.size() + 1;
	}

	void says(UserResult.@Nullable Time value, boolean impossible, Review review) {
		this.words.add(new Word(nextNumber(), value, impossible, review));
		if (review == Review.ACCEPTED) {
			changed();
		}
	}

	void isDecided(Word word, Review review) {
		this.words.set(word.number() - 1, new Word(word.number(), word.value(), word.impossible(), review));
		if (word.review() != review) {
			changed();
		}
	}

	private void changed() {
		this.wanted.add(newest());
	}

	Optional<Word> newest() {
		return newest(Review.ACCEPTED);
	}

	Optional<Word> newest(Review review) {
		return this.words.reversed().stream().filter((word) -> word.review() == review).findFirst();
	}

	/** What counts once a word does not. */
	Optional<Word> before(Word word) {
		return this.words.reversed()
			.stream()
			.filter((one) -> one.review() == Review.ACCEPTED && one.number() < word.number())
			.findFirst();
	}

	Word of(int number) {
		return this.words.get(number - 1);
	}

	Optional<Word> oldestHeld() {
		return this.words.stream().filter((word) -> word.review() == Review.HELD).findFirst();
	}

	/** What has to stand at RunSignup. */
	Optional<UserResult.Time> value() {
		return newest().map(Word::wire);
	}

	/** How often it changed what is wanted. */
	int changes() {
		return this.wanted.size();
	}

	/** A call for what was wanted after some changes leaves. */
	void isCalled(int changes) {
		if (changes < this.called) {
			throw new AssertionError("the word after " + changes + " changes is called after that of " + this.called);
		}
		this.called = changes;
	}

	List<Word> all() {
		return this.words;
	}

	/** What became of a word. */
	enum Review {

		HELD, ACCEPTED, REJECTED

	}

	/**
	 * One statement.
	 *
	 * @param number its place among the runner's statements, from 1
	 * @param value the time, null if the result was withdrawn
	 * @param impossible whether RunSignup will never take it
	 * @param review what people made of it
	 */
	record Word(int number, UserResult.@Nullable Time value, boolean impossible, Review review) {

		UserResult.Time wire() {
			return (this.value != null) ? this.value : UserResult.Time.Code.DNS;
		}

	}

}
