package io.selftimed.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of copies, for its owner only. A copy has its name once it is whole; files
 * of other names are never touched.
 */
class BackupFolder {

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'selftimed-'uuuuMMdd'T'HHmmss'Z.zip'")
		.withZone(ZoneOffset.UTC);

	private static final Pattern COPY = Pattern.compile("selftimed-\\d{8}T\\d{6}Z\\.zip");

	private final Path folder;

	BackupFolder(Path folder) {
		this.folder = folder;
	}

	/** When the newest copy was begun. */
	Optional<Instant> newest() throws IOException {
		return copies().stream().findFirst().map((copy) -> NAME.parse(name(copy), Instant::from));
	}

	/** Whole copies, newest first. */
	List<Path> copies() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> COPY.matcher(name(file)).matches())
				.sorted(Comparator.comparing(BackupFolder::name).reversed())
				.toList();
		}
	}

	/** Whole copies as they are shown, newest first. */
	List<BackupDesk.Copy> described() throws IOException {
		List<BackupDesk.Copy> described = new ArrayList<>();
		for (Path copy : copies()) {
			described.add(describe(copy));
		}
		return described;
	}

	private static BackupDesk.Copy describe(Path copy) throws IOException {
		return new BackupDesk.Copy(name(copy), NAME.parse(name(copy), Instant::from), Files.size(copy));
	}

	/** An empty place for a copy that is being made; what a crash left there is gone. */
	Path begin() throws IOException {
		Files.createDirectories(this.folder, forOwner("rwx------"));
		Path part = this.folder.resolve("selftimed.part");
		Files.deleteIfExists(part);
		return Files.createFile(part, forOwner("rw-------"));
	}

	/** Gives the copy its name, now that it is whole. */
	BackupDesk.Copy finish(Path part, Instant begun) throws IOException {
		return describe(Files.move(part, this.folder.resolve(NAME.format(begun)), StandardCopyOption.ATOMIC_MOVE));
	}

	/** Drops the oldest. */
	void keep(int kept) throws IOException {
		for (Path old : copies().stream().skip(kept).toList()) {
			Files.delete(old);
		}
	}

	private FileAttribute<?>[] forOwner(String permissions) {
		boolean posix = this.folder.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	private static String name(Path file) {
		return String.valueOf(file.getFileName());
	}

}
