package io.selftimed.runsignup;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Issues passports by the credentials in force. Tokens that are about to end are renewed
 * first, in the same lane; if that fails and the old ones still hold, they do.
 */
@Component
class RenewingPassports implements Passports {

	private static final String NONE = "No credential for RunSignup is configured.";

	private static final String UNREADABLE = "The credential for RunSignup cannot be read any more: enter it again.";

	private static final String REFUSED = "RunSignup renews these tokens no more: enter the credential again.";

	private static final String ON_THE_WAY = "new tokens for RunSignup could not be fetched yet";

	private final CredentialsInForce inForce;

	private final TokenRefresh refresh;

	private final ApiCaller caller;

	private final InstantSource time;

	RenewingPassports(CredentialsInForce inForce, TokenRefresh refresh, ApiCaller caller, InstantSource time) {
		this.inForce = inForce;
		this.refresh = refresh;
		this.caller = caller;
		this.time = time;
	}

	@Override
	public Issued issue(long raceId, LeasedLane lane) {
		InForce found = this.inForce.of(raceId);
		if (found instanceof InForce.Kept(CredentialRow row, var credential) && row.refreshAt() != null
				&& row.isRefreshDueAt(this.time.instant())) {
			this.refresh.renew(row, lane);
			found = this.inForce.again(row);
		}
		return issue(found);
	}

	private Issued issue(InForce found) {
		return switch (found) {
			case InForce.None() -> new Issued.Missing(NONE);
			case InForce.Unreadable() -> new Issued.Missing(UNREADABLE);
			case InForce.FromSettings(var credential) -> ready(credential, null);
			case InForce.Kept kept when kept.row().expiresAt() == null || kept.row().refreshAt() == null -> ready(kept);
			case InForce.Kept kept -> renewable(kept, this.time.instant());
		};
	}

	private Issued renewable(InForce.Kept kept, Instant now) {
		if (!kept.row().isExpiredAt(now)) {
			return ready(kept);
		}
		return (kept.row().refusedAt() != null) ? new Issued.Missing(REFUSED) : new Issued.Later(ON_THE_WAY);
	}

	private Issued ready(InForce.Kept kept) {
		return ready(kept.credential(), kept.row());
	}

	private Issued ready(CallerCredential credential, @Nullable CredentialRow row) {
		return new Issued.Ready(credential.kind(), Passport.of(this.caller, credential), row);
	}

	@Override
	public boolean mend(Issued.Ready refused, LeasedLane lane) {
		CredentialRow row = refused.row();
		if (row == null || row.secrets().refreshToken() == null || !this.refresh.end(row)) {
			return false;
		}
		this.refresh.renew(row, lane);
		return !(issue(this.inForce.again(row)) instanceof Issued.Missing);
	}

}
