package io.selftimed.notification;

import java.util.ArrayList;
import java.util.List;

import io.selftimed.race.roster.ParticipantErased;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes the letters to a runner who is erased, before the addresses go by which they
 * are found. Letters to organizers, which name nobody, stay.
 */
@Component
class ErasedMails {

	private final JdbcClient jdbc;

	ErasedMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void delete(ParticipantErased erased) {
		List<String> addresses = new ArrayList<>(this.jdbc.sql("""
				select distinct email from submission where participant_id = :participant and email is not null
				""").param("participant", erased.participantId()).query((row, number) -> row.getString(1)).list());
		if (erased.email() != null) {
			addresses.add(erased.email());
		}
		for (String address : addresses) {
			this.jdbc.sql("delete from mail where recipient = :address and html is not null")
				.param("address", address)
				.update();
		}
	}

}
