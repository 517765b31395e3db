package io.selftimed.organizer.share;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A link as a code for cameras, drawn black on white whatever the page's colours, with
 * the quiet margin that cameras need. A quarter of it may be smudged.
 */
final class QrCode {

	private static final int MARGIN = 4;

	private final io.nayuki.qrcodegen.QrCode code;

	private QrCode(io.nayuki.qrcodegen.QrCode code) {
		this.code = code;
	}

	static QrCode of(String link) {
		return new QrCode(io.nayuki.qrcodegen.QrCode.encodeText(link, Ecc.QUARTILE));
	}

	/** An SVG document without script or style, sharp at any size. */
	String svg() {
		int side = this.code.size + 2 * MARGIN;
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
				shape-rendering="crispEdges"><rect width="100%%" height="100%%" fill="#fff"/>\
				<path d="%s" fill="#000"/></svg>
				""".formatted(side, side, side * 8, side * 8, squares());
	}

	private String squares() {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < this.code.size; y++) {
			for (int x = 0; x < this.code.size; x++) {
				if (this.code.getModule(x, y)) {
					path.append('M').append(x + MARGIN).append(',').append(y + MARGIN).append("h1v1h-1z");
				}
			}
		}
		return path.toString();
	}

}
