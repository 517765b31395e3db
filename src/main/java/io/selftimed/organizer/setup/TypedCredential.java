package io.selftimed.organizer.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.selftimed.race.Verdict.Refused;
import io.selftimed.runsignup.CallerCredential;
import io.selftimed.runsignup.CredentialKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the boxes of a credential. What was typed into them is never shown again.
 */
final class TypedCredential {

	/** The boxes that are blank when a form comes back. */
	static final Set<String> SECRETS = Set.of("key", "secret", "refreshToken", "clientId", "clientSecret");

	private TypedCredential() {
	}

	/** Whether anything was typed into its boxes. */
	static boolean isTyped(Map<String, String> typed) {
		return SECRETS.stream().anyMatch((field) -> !value(typed, field).isEmpty());
	}

	/**
	 * The credential in a form.
	 * @param refusals takes what stands against it
	 * @return the credential, null if there are refusals
	 */
	static @Nullable CallerCredential read(Map<String, String> typed, List<Refused> refusals) {
		Optional<CredentialKind> kind = Arrays.stream(CredentialKind.values())
			.filter((candidate) -> candidate.propertyName().equals(value(typed, "kind")))
			.findFirst();
		if (kind.isEmpty()) {
			refusals.add(refused("kind", "organizer.refusal.kind"));
			return null;
		}
		int before = refusals.size();
		boolean oauth = kind.get() == CredentialKind.OAUTH;
		if (!oauth) {
			demand(typed, "key", refusals);
		}
		demand(typed, "secret", refusals);
		boolean renewable = oauth && isRenewable(typed);
		if (renewable) {
			Stream.of("refreshToken", "clientId", "clientSecret").forEach((field) -> demand(typed, field, refusals));
		}
		return (refusals.size() > before) ? null : oauth ? tokens(typed, renewable)
				: new CallerCredential.KeyAndSecret(kind.get(), value(typed, "key"), value(typed, "secret"));
	}

	private static boolean isRenewable(Map<String, String> typed) {
		return Stream.of("refreshToken", "clientId", "clientSecret")
			.anyMatch((field) -> !value(typed, field).isEmpty());
	}

	private static CallerCredential tokens(Map<String, String> typed, boolean renewable) {
		return new CallerCredential.Tokens(value(typed, "secret"), null,
				renewable ? new CallerCredential.RefreshGrant(value(typed, "refreshToken"), value(typed, "clientId"),
						value(typed, "clientSecret")) : null);
	}

	private static void demand(Map<String, String> typed, String field, List<Refused> refusals) {
		if (!CallerCredential.canTravel(value(typed, field))) {
			refusals.add(refused(field, "organizer.refusal.credential." + field));
		}
	}

	static Refused refused(String field, String message, Object... arguments) {
		return new Refused(field, message, List.of(arguments));
	}

	static String value(Map<String, String> typed, String field) {
		return typed.getOrDefault(field, "").strip();
	}

}
