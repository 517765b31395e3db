package io.selftimed.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;

import io.selftimed.StartRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Where the secret key comes from, and what production demands.
 */
class SecretKeysTests {

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	private static final String SHORT_KEY = Base64.getEncoder().encodeToString(new byte[31]);

	@TempDir
	Path folder;

	@Test
	void productionRefusesToStartWithoutAKeyAndSaysHowToMakeOne() {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> keys(" ", "https://r.example.org", "production"))
			.withMessageContaining("selftimed.secret-key is missing")
			.withMessageContaining("openssl rand -base64 32");
	}

	@Test
	void productionMakesNoKeyEvenWithTheDemoBesideIt() {
		assertThatExceptionOfType(StartRefusal.class)
			.isThrownBy(() -> keys(null, "https://r.example.org", "production", "demo"));
		assertThat(this.folder).isEmptyDirectory();
	}

	@ParameterizedTest
	@ValueSource(strings = { "not base64 at all!", "AAAA" })
	void aMalformedKeyIsNamedButNotShown(String key) {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> keys(key, "https://r.example.org", "production"))
			.withMessageContaining("selftimed.secret-key")
			.withMessageNotContaining(key);
	}

	@Test
	void aMalformedPreviousKeyIsNamedToo() {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> SecretKeys.of(KEY, List.of(KEY, SHORT_KEY)))
			.withMessageContaining("selftimed.previous-secret-keys");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://results.example.org", "https://results.example.org/run/", "http://localhost:8080",
			"http://127.0.0.1:8080", "http://[::1]:8080" })
	void productionTakesAnAddressThatIsSafe(String url) {
		assertThatNoException().isThrownBy(() -> keys(KEY, url, "production"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://results.example.org", "results.example.org", "ftp://localhost", "https://",
			"https://user:secret@results.example.org", "https://results.example.org/?a=b", "https://a b", "" })
	void productionRefusesAnAddressThatIsNot(String url) {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> keys(KEY, url, "production"))
			.withMessageStartingWith("selftimed.public-url is ")
			.withMessageNotContaining("secret@");
	}

	@Test
	void theDemoMakesItsKeyOnce() throws IOException {
		byte[] first = keys(null, null, "demo").current();
		assertThat(keys(null, null, "demo").current()).isEqualTo(first).hasSize(32);
		assertThat(this.folder).isDirectoryContaining("glob:**/secret-key");
		assertThat(Files.list(this.folder)).hasSize(1);
	}

	@Test
	void nobodyElseReadsTheKeyOfTheDemo() throws IOException {
		keys(null, null, "demo");
		PosixFileAttributeView view = Files.getFileAttributeView(this.folder.resolve("secret-key"),
				PosixFileAttributeView.class);
		if (view != null) {
			assertThat(PosixFilePermissions.toString(view.readAttributes().permissions())).isEqualTo("rw-------");
		}
	}

	@Test
	void aFolderThatCannotBeMadeIsNamed() throws IOException {
		Files.writeString(this.folder.resolve("file"), "");
		Path below = this.folder.resolve("file").resolve("data");
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> new SecretKeyFile(below).read())
			.withMessageContaining("selftimed.data-dir");
	}

	@Test
	void theSettingsNeverShowAKey() {
		assertThat(settings(KEY, null)).asString().doesNotContain(KEY);
	}

	private SecretKeys keys(String key, String url, String... profiles) {
		MockEnvironment environment = new MockEnvironment();
		environment.setActiveProfiles(profiles);
		return SecurityConfiguration.keys(settings(key, url), environment);
	}

	private SecuritySettings settings(String key, String url) {
		return new SecuritySettings(key, List.of(), url, List.of(), this.folder);
	}

}
