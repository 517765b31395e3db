package io.selftimed.runsignup;

import org.springframework.stereotype.Component;

/**
 * The probe over HTTP.
 */
@Component
class WebCredentialProbe implements CredentialProbe {

	private static final String ENTITY_INFO = "/rest/v2/auth-info/entity-info.json";

	private final Calls calls;

	private final Passports passports;

	private final ApiCaller caller;

	WebCredentialProbe(Calls calls, Passports passports, ApiCaller caller) {
		this.calls = calls;
		this.passports = passports;
		this.caller = caller;
	}

	@Override
	public ProbeAnswer probe(Lane lane, long raceId, long eventId) {
		LeasedLane leased = LeasedLane.of(lane);
		return switch (this.passports.issue(raceId, leased)) {
			case Issued.Missing(String why) -> new ProbeAnswer.Missing(why);
			case Issued.Later(String why) -> new ProbeAnswer.Undecided(why);
			case Issued.Ready ready ->
				mended(probe(leased, ready.kind(), ready.passport(), raceId, eventId), ready, leased);
		};
	}

	private ProbeAnswer mended(ProbeAnswer answer, Issued.Ready ready, LeasedLane lane) {
		boolean tokensRefused = answer instanceof ProbeAnswer.Rejected(int code, var message) && code != 17;
		return (tokensRefused && this.passports.mend(ready, lane))
				? new ProbeAnswer.Undecided("the access token had ended and is renewed") : answer;
	}

	@Override
	public ProbeAnswer probe(Lane lane, CallerCredential credential, long raceId, long eventId) {
		return probe(LeasedLane.of(lane), credential.kind(), Passport.of(this.caller, credential), raceId, eventId);
	}

	private ProbeAnswer probe(LeasedLane lane, CredentialKind kind, Passport passport, long raceId, long eventId) {
		boolean v2 = kind == CredentialKind.API_V2;
		String path = v2 ? ENTITY_INFO
				: "/rest/race/" + raceId + "/results/get-result-sets?format=json&event_id=" + eventId;
		return switch (this.calls.make(lane, Call.get(path), passport, this.calls.shortDeadline())) {
			case Reply.Whole(int status, var retryAfter, AnswerDocument document) -> read(v2, raceId, status, document);
			case Reply.TooLarge(String why) -> new ProbeAnswer.Undecided(why);
			case Reply.NotMade(String why) -> new ProbeAnswer.Undecided(why);
			case Reply.Lost(String why) -> new ProbeAnswer.Undecided(why);
		};
	}

	private static ProbeAnswer read(boolean v2, long raceId, int status, AnswerDocument document) {
		RemoteError error = document.error().orElse(null);
		if (error != null) {
			return refusal(status, error);
		}
		if (status < 400 && v2) {
			return document.textAnywhere("entity_type")
				.map((owner) -> ofOwner(owner, document.textAnywhere("entity_specific_id").orElse(""), raceId))
				.orElseGet(() -> notUnderstood(status));
		}
		return (status < 400 && document.tree().has("individual_results_sets")) ? new ProbeAnswer.Works(raceId, null)
				: notUnderstood(status);
	}

	private static ProbeAnswer ofOwner(String owner, String id, long raceId) {
		if (!owner.equalsIgnoreCase("race")) {
			return new ProbeAnswer.Works(null, owner);
		}
		if (!id.matches("\\d{1,18}")) {
			return new ProbeAnswer.Undecided("a key of a race that RunSignup does not name");
		}
		long of = Long.parseLong(id);
		return (of == raceId) ? new ProbeAnswer.Works(raceId, owner) : new ProbeAnswer.ForAnotherRace(of);
	}

	private static ProbeAnswer refusal(int status, RemoteError error) {
		int code = (error.code() != null) ? error.code() : (status == 401) ? 6 : 0;
		return switch (code) {
			case 6, 13, 17 -> new ProbeAnswer.Rejected(code, error.message());
			case 7 -> new ProbeAnswer.NoAccess(error.message());
			case 201, 223, 301 -> new ProbeAnswer.UnknownRace(code, error.message());
			default -> new ProbeAnswer.Undecided(error.message());
		};
	}

	private static ProbeAnswer notUnderstood(int status) {
		return new ProbeAnswer.Undecided("HTTP status " + status + " without what was asked for");
	}

}
