package io.selftimed.race.roster;

import java.util.List;

/**
 * What is wrong with a line of a file.
 *
 * @param line where it stands in the file, from 1
 * @param message the key of the sentence that says what to do
 * @param arguments what the sentence names
 */
public record LineProblem(long line, String message, List<Object> arguments) {

	public LineProblem {
		arguments = List.copyOf(arguments);
	}

}
