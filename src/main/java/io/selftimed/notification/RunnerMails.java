package io.selftimed.notification;

import java.util.Objects;

import io.selftimed.notification.RunnerNews.News;
import io.selftimed.submission.LinkReady;
import io.selftimed.submission.ReceiptLinks;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the letters to runners: of their submissions, where an address is known that
 * wants them, and the links they ask for.
 */
@Component
class RunnerMails implements Watch {

	/** So many at a look, so that organizers hear their news too. */
	private static final int AT_ONCE = 200;

	private final RunnerNews news;

	private final RunnersSubmissions submissions;

	private final RunnerLetters letters;

	private final ReceiptLinks receipts;

	private final UnwantedMail unwanted;

	private final Mails mails;

	private final TransactionOperations transactions;

	RunnerMails(RunnerNews news, RunnersSubmissions submissions, RunnerLetters letters, ReceiptLinks receipts,
			UnwantedMail unwanted, Mails mails, TransactionOperations transactions) {
		this.news = news;
		this.submissions = submissions;
		this.letters = letters;
		this.receipts = receipts;
		this.unwanted = unwanted;
		this.mails = mails;
		this.transactions = transactions;
	}

	@Override
	public void look() {
		int told = 0;
		while (told < AT_ONCE && tellOne()) {
			told++;
		}
	}

	/** Writes the letter with the link, in the transaction that makes the link. */
	@EventListener
	void link(LinkReady ready) {
		this.submissions.event(ready.eventId())
			.ifPresent((event) -> this.mails.write(event.raceId(), ready.address(),
					this.letters.link(event, ready.path(), ready.language())));
	}

	private boolean tellOne() {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			News news = this.news.take().orElse(null);
			if (news != null) {
				this.submissions.find(news.submissionId()).ifPresent((about) -> tell(news, about));
			}
			return news != null;
		}));
	}

	private void tell(News news, RunnersSubmission about) {
		String recipient = about.recipient(news.what());
		if (recipient != null && !this.unwanted.isUnwanted(recipient)) {
			this.mails.write(about.raceId(), recipient, this.letters.about(about, news.what(), news.words(),
					receipt(news), "/mails/stop/" + this.unwanted.token(recipient)));
		}
	}

	/** A withdrawal has no receipt of its own that leads anywhere. */
	private @Nullable String receipt(News news) {
		return news.what().equals("withdrawn") ? null : this.receipts.path(news.submissionId()).orElse(null);
	}

}
