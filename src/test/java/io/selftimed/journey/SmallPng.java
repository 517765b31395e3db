package io.selftimed.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/**
 * Writes pictures of pages with the 256 colours that are most of them, which makes the
 * files a third as large.
 */
final class SmallPng {

	private static final int COLOURS = 256;

	private SmallPng() {
	}

	/** Writes a picture, made smaller, into a file. */
	static void write(byte[] png, Path file) {
		try {
			Files.createDirectories(file.getParent());
			ImageIO.write(small(ImageIO.read(new ByteArrayInputStream(png))), "png", file.toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static BufferedImage small(BufferedImage picture) {
		Map<Integer, Integer> counts = new HashMap<>();
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
			}
		}
		List<Integer> palette = counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(COLOURS)
			.map(Map.Entry::getKey)
			.toList();
		Map<Integer, Integer> nearest = new HashMap<>();
		BufferedImage small = new BufferedImage(picture.getWidth(), picture.getHeight(),
				BufferedImage.TYPE_BYTE_INDEXED, model(palette));
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				small.getRaster()
					.setSample(x, y, 0,
							nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, (rgb) -> nearest(rgb, palette)));
			}
		}
		return small;
	}

	private static int nearest(int rgb, List<Integer> palette) {
		int best = 0;
		for (int at = 1; at < palette.size(); at++) {
			best = (distance(rgb, palette.get(at)) < distance(rgb, palette.get(best))) ? at : best;
		}
		return best;
	}

	private static int distance(int one, int other) {
		int distance = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			int apart = (one >> shift & 0xff) - (other >> shift & 0xff);
			distance += apart * apart;
		}
		return distance;
	}

	private static IndexColorModel model(List<Integer> palette) {
		int[] colours = palette.stream().mapToInt((rgb) -> rgb | 0xff000000).toArray();
		return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
	}

}
