package io.selftimed.runsignup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

import org.springframework.stereotype.Component;

/**
 * RunSignup over HTTP.
 */
@Component
class WebClientRunSignup implements RunSignup {

	private final Calls calls;

	private final Passports passports;

	private final Format format;

	private final UserResultsDocument document;

	private final UserResultsReader reader;

	WebClientRunSignup(Calls calls, RunSignupSettings settings, Passports passports, InstantSource time) {
		this.calls = calls;
		this.passports = passports;
		this.format = Format.of(settings);
		this.document = new UserResultsDocument(this.format);
		this.reader = new UserResultsReader(time);
	}

	@Override
	public UserResultsAnswer postUserResults(Lane lane, UserResults results) {
		LeasedLane leased = LeasedLane.of(lane);
		return switch (this.passports.issue(results.raceId(), leased)) {
			case Issued.Ready ready -> mended(postUserResults(leased, results, ready.passport()), ready, leased);
			case Issued.Missing(String why) -> new UserResultsAnswer.CredentialBad(null, why);
			case Issued.Later(String why) -> new UserResultsAnswer.NeverSent(why);
		};
	}

	/** Tokens that were refused and could be renewed are tried again by the next call. */
	private UserResultsAnswer mended(UserResultsAnswer answer, Issued.Ready ready, LeasedLane lane) {
		boolean tokensRefused = answer instanceof UserResultsAnswer.CredentialBad(Integer code, var message)
				&& (code == null || code == 6 || code == 13);
		return (tokensRefused && this.passports.mend(ready, lane))
				? new UserResultsAnswer.Unavailable(6, "The access token had ended and is renewed.") : answer;
	}

	private UserResultsAnswer postUserResults(LeasedLane lane, UserResults results, Passport passport) {
		String path = "/rest/race/" + results.raceId() + "/results/user-results?format=" + this.format.parameter();
		Call call = Call.post(path, form(results), this.format);
		return switch (this.calls.make(lane, call, passport, this.calls.deadline())) {
			case Reply.Whole whole -> this.reader.read(results.results(), whole);
			case Reply.TooLarge(String why) -> new UserResultsAnswer.Unavailable(null, why);
			case Reply.NotMade(String why) -> new UserResultsAnswer.NeverSent(why);
			case Reply.Lost(String why) -> new UserResultsAnswer.Unknown(why);
		};
	}

	private String form(UserResults results) {
		Long set = results.individualResultSetId();
		return "race_id=" + results.raceId() + "&event_id=" + results.eventId()
				+ ((set != null) ? "&individual_result_set_id=" + set : "") + "&request_format="
				+ this.format.parameter() + "&request="
				+ URLEncoder.encode(this.document.write(results.results()), StandardCharsets.UTF_8);
	}

}
