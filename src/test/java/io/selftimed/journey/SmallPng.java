package io.selftimed.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

import javax.imageio.ImageIO;

/**
 * Writes pictures of pages with the 256 colours that are most of them, which makes the
 * files a third as large.
 */
final class SmallPng {

	private static final int COLOURS = 256;

	private static final int RGB = 0xffffff;

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
		int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		int[] counts = new int[1 << 24];
		for (int pixel : pixels) {
			counts[pixel & RGB]++;
		}
		int[] palette = Arrays.stream(pixels)
			.map((pixel) -> pixel & RGB)
			.filter((rgb) -> isFirst(counts, rgb))
			.boxed()
			.sorted(Comparator.<Integer>comparingInt((rgb) -> counts[rgb]).thenComparing(Comparator.reverseOrder()))
			.limit(COLOURS)
			.mapToInt(Integer::intValue)
			.toArray();
		byte[] places = new byte[pixels.length];
		for (int at = 0; at < pixels.length; at++) {
			int rgb = pixels[at] & RGB;
			if (counts[rgb] < 0) {
				counts[rgb] = nearest(rgb, palette);
			}
			places[at] = (byte) counts[rgb];
		}
		BufferedImage small = new BufferedImage(picture.getWidth(), picture.getHeight(),
				BufferedImage.TYPE_BYTE_INDEXED, model(palette));
		small.getRaster().setDataElements(0, 0, picture.getWidth(), picture.getHeight(), places);
		return small;
	}

	/** Marks a colour as met by making its count negative. */
	private static boolean isFirst(int[] counts, int rgb) {
		boolean first = counts[rgb] > 0;
		counts[rgb] = first ? -counts[rgb] : counts[rgb];
		return first;
	}

	private static int nearest(int rgb, int[] palette) {
		int best = 0;
		for (int at = 1; at < palette.length; at++) {
			best = (distance(rgb, palette[at]) < distance(rgb, palette[best])) ? at : best;
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

	private static IndexColorModel model(int[] palette) {
		int[] colours = Arrays.stream(palette).map((rgb) -> rgb | 0xff000000).toArray();
		return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
	}

}
