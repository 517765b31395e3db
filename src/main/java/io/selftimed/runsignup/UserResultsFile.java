package io.selftimed.runsignup;

import java.io.IOException;

/**
 * RunSignup's own document of an event's results, written one result at a time, so that
 * any number fits.
 */
public final class UserResultsFile {

	private final UserResultsDocument document = new UserResultsDocument(Format.JSON);

	private final Appendable out;

	private boolean first = true;

	private UserResultsFile(Appendable out) {
		this.out = out;
	}

	/**
	 * Begins a document.
	 * @param out where to; not closed
	 * @throws IOException if the reader is gone
	 */
	public static UserResultsFile begin(Appendable out) throws IOException {
		out.append("{\"virtual_results\":[");
		return new UserResultsFile(out);
	}

	/**
	 * Writes a result.
	 * @throws IOException if the reader is gone
	 */
	public void add(UserResult result) throws IOException {
		this.out.append(this.first ? "" : ",").append(this.document.writeOne(result));
		this.first = false;
	}

	/**
	 * Ends the document.
	 * @throws IOException if the reader is gone
	 */
	public void end() throws IOException {
		this.out.append("]}");
	}

}
