package io.selftimed.organizer.event;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A chart of bars as it is drawn: each bar has its place, and a link to the rows behind
 * it.
 *
 * @param word its word in message keys
 * @param bars its bars from left to right
 * @param most how many the highest bar counts
 */
record Chart(String word, List<Bar> bars, long most) {

	/** The width of the drawing. */
	static final int WIDTH = 480;

	/** The height of the drawing without what is written below. */
	static final int HEIGHT = 170;

	private static final int TOP = 22;

	private static final int LABELS = 4;

	/** A few bars are not drawn wider than this many would be. */
	private static final int FEWEST = 8;

	/** Draws bars beside each other. */
	static Chart of(String word, List<Counted> counted) {
		long most = counted.stream().mapToLong(Counted::count).max().orElse(0);
		List<Bar> bars = new ArrayList<>();
		double width = (double) WIDTH / Math.max(FEWEST, counted.size());
		int every = Math.ceilDiv(counted.size(), LABELS);
		for (int place = 0; place < counted.size(); place++) {
			Counted each = counted.get(place);
			double height = (most > 0) ? (double) (HEIGHT - TOP) * each.count() / most : 0;
			bars.add(new Bar(each, place * width, width, (each.count() > 0) ? Math.max(2, height) : 0,
					place % every == 0 && (place + every / 2 < counted.size() || place == 0)));
		}
		return new Chart(word, bars, most);
	}

	public boolean isEmpty() {
		return this.most == 0;
	}

	/** The bars that count anything, for the table. */
	public List<Bar> filled() {
		return this.bars.stream().filter((bar) -> bar.counted.count() > 0).toList();
	}

	/**
	 * What a bar counts.
	 *
	 * @param label what it stands for, as it reads
	 * @param edge {@code under} or {@code over} for a bar without an end, null for others
	 * @param count how many
	 * @param link the query of the list that holds them
	 */
	record Counted(String label, @Nullable String edge, long count, String link) {
	}

	/**
	 * A bar in its place; what is drawn is a little narrower, what can be pressed is as
	 * high as the drawing.
	 *
	 * @param counted what it counts
	 * @param left where it begins
	 * @param width how wide its place is
	 * @param height how high it is
	 * @param labelled whether its label is written below
	 */
	record Bar(Counted counted, double left, double width, double height, boolean labelled) {

		public double top() {
			return HEIGHT - this.height;
		}

		public double gap() {
			return Math.min(2, this.width / 5);
		}

		public double drawn() {
			return this.width - gap();
		}

	}

}
