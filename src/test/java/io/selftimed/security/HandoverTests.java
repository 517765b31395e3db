package io.selftimed.security;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said after an invitation, with and without a mail server.
 */
class HandoverTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void whereMailsLeaveTheLinkIsInTheMailOnly() {
		this.environment.setProperty("spring.mail.host", "mail.example.org");
		assertThat(told()).isEqualTo(Map.of("done", "people.invited"));
	}

	@Test
	void withoutAServerWhoeverInvitesHandsTheLinkOver() {
		this.environment.setProperty("spring.mail.host", " ");
		assertThat(told()).isEqualTo(Map.of("handover", "https://results.example.org/invitations/a-token", "mailWhy",
				"mail.none.no-server"));
	}

	@Test
	void whereRunSignupIsSimulatedNoMailIsPromised() {
		this.environment.setProperty("spring.mail.host", "mail.example.org");
		this.environment.setActiveProfiles("simulator");
		assertThat(told()).containsEntry("mailWhy", "mail.none.simulated").containsKey("handover");
	}

	private Map<String, Object> told() {
		RedirectAttributesModelMap next = new RedirectAttributesModelMap();
		new Handover(new OutgoingMail(this.environment), SecurityTables.publicUrl("https://results.example.org"))
			.tell("/invitations/a-token", next);
		return new HashMap<>(next.getFlashAttributes());
	}

}
