package io.selftimed.runsignup;

import java.util.List;
import java.util.Map;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.CallerCredential.KeyAndSecret;
import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.Credentials.Change;
import io.selftimed.runsignup.Credentials.Description;
import io.selftimed.runsignup.Credentials.State;
import io.selftimed.runsignup.Gates.Passage;
import io.selftimed.runsignup.RunSignupSettings.Credential;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials as people enter them, and which of them counts.
 */
@BothDatabases
class CredentialsTests {

	private static final KeyAndSecret OF_RACE = new KeyAndSecret(CredentialKind.API_KEY, "race-key", "race-secret");

	private static final KeyAndSecret DEFAULT = new KeyAndSecret(CredentialKind.API_V2, "default-key",
			"default-secret");

	private static final Tokens TOKENS = new Tokens("access-token", null,
			new RefreshGrant("refresh-token", "client-id", "client-secret"));

	private final TestDatabase database;

	private final CredentialOffice office;

	CredentialsTests(TestDatabase database) {
		this.database = database;
		this.office = new CredentialOffice(database, "http://127.0.0.1:1");
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race();
	}

	private Description described(Long raceId) {
		return this.office.credentials().describe(raceId).orElseThrow();
	}

	private CallerCredential used() {
		return switch (this.office.inForce().of(4100)) {
			case InForce.Kept kept -> kept.credential();
			case InForce.FromSettings fromSettings -> fromSettings.credential();
			case InForce.None() -> throw new AssertionError("none");
			case InForce.Unreadable() -> throw new AssertionError("unreadable");
		};
	}

	@Test
	void theRacesOwnCountsThenTheDefaultThenTheSettings() {
		assertThat(this.office.inForce().of(4100)).isEqualTo(new InForce.None());
		this.office.settings(new Credential("super-partner", "k", "s"));
		assertThat(used()).isEqualTo(new KeyAndSecret(CredentialKind.SUPER_PARTNER, "k", "s"));
		this.office.credentials().enter(null, DEFAULT);
		assertThat(used()).isEqualTo(DEFAULT);
		this.office.credentials().enter(4100L, OF_RACE);
		assertThat(used()).isEqualTo(OF_RACE);
		this.office.credentials().remove(4100L, 1);
		assertThat(used()).isEqualTo(DEFAULT);
	}

	@Test
	void noSecretStandsInTheTable() {
		this.office.credentials().enter(4100L, TOKENS);
		this.office.credentials().enter(null, DEFAULT);
		List<Map<String, Object>> table = this.database.jdbc().sql("select * from credential").query().listOfRows();
		assertThat(table.toString()).contains("v1:")
			.doesNotContain("access-token", "refresh-token", "client-id", "client-secret", "default-key",
					"default-secret");
		assertThat(used()).isEqualTo(TOKENS);
	}

	@Test
	void whatIsKeptIsDescribedWithoutItsSecrets() {
		assertThat(this.office.credentials().describe(4100L)).isEmpty();
		this.office.credentials().enter(4100L, OF_RACE);
		assertThat(described(4100L))
			.isEqualTo(new Description(CredentialKind.API_KEY, State.OK, 1, this.office.now(), null, null));
	}

	@Test
	void whoComesSecondIsToldAndChangesNothing() {
		Credentials credentials = this.office.credentials();
		assertThat(credentials.enter(4100L, OF_RACE)).isEqualTo(Change.DONE);
		assertThat(credentials.enter(4100L, DEFAULT)).isEqualTo(Change.CHANGED_MEANWHILE);
		assertThat(credentials.replace(4100L, 1, TOKENS)).isEqualTo(Change.DONE);
		assertThat(credentials.replace(4100L, 1, DEFAULT)).isEqualTo(Change.CHANGED_MEANWHILE);
		assertThat(credentials.remove(4100L, 1)).isEqualTo(Change.CHANGED_MEANWHILE);
		assertThat(used()).isEqualTo(TOKENS);
		assertThat(credentials.remove(4100L, 2)).isEqualTo(Change.DONE);
		assertThat(credentials.remove(4100L, 2)).isEqualTo(Change.CHANGED_MEANWHILE);
	}

	@Test
	void aLostKeyAsksForTheCredentialAgainAndNothingElseTakesItsPlace() {
		this.office.settings(new Credential("api-v2", "k", "s"));
		this.office.credentials().enter(4100L, OF_RACE);
		this.office.under(2);
		assertThat(described(4100L).state()).isEqualTo(State.ENTER_AGAIN);
		assertThat(this.office.issued(new OpenLane()))
			.isEqualTo(new Issued.Missing("The credential for RunSignup cannot be read any more: enter it again."));
		assertThat(this.office.credentials().replace(4100L, 1, DEFAULT)).isEqualTo(Change.DONE);
		assertThat(described(4100L).state()).isEqualTo(State.OK);
		assertThat(used()).isEqualTo(DEFAULT);
	}

	@Test
	void whatWasReadUnderAnEarlierKeyIsWrittenUnderTheCurrentOne() {
		this.office.credentials().enter(4100L, TOKENS);
		this.office.under(2, 1);
		assertThat(used()).isEqualTo(TOKENS);
		this.office.under(3, 2);
		assertThat(described(4100L).state()).isEqualTo(State.OK);
		this.office.under(3);
		assertThat(used()).isEqualTo(TOKENS);
		assertThat(described(4100L).version()).isEqualTo(1);
	}

	@Test
	void theSecretsOfOneRaceCannotBeReadInTheRowOfAnother() {
		this.database.jdbc()
			.sql("insert into race (race_id, name, time_zone, contact) values (4200, 'Hill', 'UTC', 'x')")
			.update();
		this.office.credentials().enter(4200L, OF_RACE);
		this.database.jdbc().sql("update credential set race_id = 4100, subject = 4100").update();
		assertThat(described(4100L).state()).isEqualTo(State.ENTER_AGAIN);
	}

	@Test
	void aSecretCannotBeReadAsOneOfAnotherKind() {
		this.office.credentials().enter(4100L, DEFAULT);
		this.database.jdbc().sql("update credential set kind = 'api-key'").update();
		assertThat(described(4100L).state()).isEqualTo(State.ENTER_AGAIN);
	}

	@Test
	void aRacesOwnCredentialStopsThatRaceAndTheDefaultTheOthers() {
		this.office.credentials().enter(4100L, OF_RACE);
		refused(4100);
		assertThat(this.office.gates().passage(4100, 41001)).isEqualTo(Passage.SHUT);
		assertThat(this.office.gates().passage(4200, 42001)).isEqualTo(Passage.OPEN);
		assertThat(stopped(4100)).isTrue();
		assertThat(stopped(4200)).isFalse();
		this.office.credentials().replace(4100L, 1, DEFAULT);
		refused(4200);
		assertThat(this.office.gates().passage(4100, 41001)).isEqualTo(Passage.OPEN);
		assertThat(this.office.gates().passage(4200, 42001)).isEqualTo(Passage.SHUT);
		assertThat(stopped(4100)).isFalse();
		assertThat(stopped(4200)).isTrue();
	}

	@Test
	void whatWasStoppedFlowsAsSoonAsACredentialIsEntered() {
		refused(4100);
		this.office.credentials().enter(null, DEFAULT);
		assertThat(this.office.gates().closed()).isEmpty();
		refused(4100);
		this.office.credentials().enter(4100L, OF_RACE);
		assertThat(this.office.gates().passage(4100, 41001)).isEqualTo(Passage.OPEN);
		refused(4100);
		this.office.gates().answered(4100, 41001, new UserResultsAnswer.CredentialBad(7, "Permission denied."));
		this.office.credentials().replace(4100L, 1, TOKENS);
		assertThat(this.office.gates().passage(4100, 41001)).isEqualTo(Passage.OPEN);
		assertThat(stopped(4200)).as("the default's gate is still closed").isTrue();
	}

	private void refused(long raceId) {
		this.office.gates().answered(raceId, raceId * 10 + 1, new UserResultsAnswer.CredentialBad(6, "Key."));
	}

	private boolean stopped(long raceId) {
		return this.office.gates().closed().stream().anyMatch((gate) -> gate.stops(raceId, raceId * 10 + 1));
	}

	@Test
	void textNeverShowsASecret() {
		this.office.credentials().enter(4100L, TOKENS);
		this.office
			.settings(new Credential("oauth", null, "access-token", "refresh-token", "client-id", "client-secret"));
		Object[] texts = { TOKENS, OF_RACE, this.office.inForce().of(4100), this.office.issued(new OpenLane()),
				this.office.rows().find(4100),
				new RefreshAnswer.Renewed("access-token", RefreshTiming.YOUNG, TOKENS.grant()),
				new Credential("oauth", null, "access-token", "refresh-token", "client-id", "client-secret") };
		for (Object text : texts) {
			assertThat(text.toString()).doesNotContain("access-token", "refresh-token", "client-id", "client-secret",
					"race-key", "race-secret", "v1:");
		}
	}

}
