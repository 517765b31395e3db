package io.selftimed.journey;

import java.util.Locale;

/**
 * Every page in every state that looks otherwise, and the template that it is made of.
 * Each has its picture in {@code docs/screenshots}. {@link ScreenTests} demands that no
 * page is missing here, {@link Album} that each is made of the template it names.
 */
enum Screen {

	RUNNER_FRONT("front"),
	/** No event is open. */
	RUNNER_FRONT_NONE("front"), RUNNER_FORM("event"), RUNNER_FORM_DRAFT("event"), RUNNER_FORM_TALLY("event"),
	RUNNER_FORM_BIRTH_DATE("event"), RUNNER_FORM_BIB_ONLY("event"), RUNNER_FORM_PROBLEMS("event"),
	RUNNER_FORM_PROBLEMS_SPANISH("event"),
	/** There is no room to keep a result. */
	RUNNER_FORM_FULL("event"),
	/** One runner sent as many as one may in a day. */
	RUNNER_FORM_TOO_MANY("event"), RUNNER_CLOSED("window"), RUNNER_EARLY("window"),

	RUNNER_CHECK("check"), RUNNER_CHECK_DOUBTS("check"), RUNNER_CHECK_STALE("check"), RUNNER_CHECK_CORRECTION("check"),

	RUNNER_LINK_ASK("link"), RUNNER_LINK_PROBLEM("link"), RUNNER_LINK_SENT("link"), RUNNER_LINK_OPEN("link"),
	RUNNER_LINK_CHOOSE("link"), RUNNER_LINK_GONE("link"),

	RUNNER_RECEIPT_WAITING("receipt"), RUNNER_RECEIPT_RECEIVED("receipt"), RUNNER_RECEIPT_RECEIVED_FRENCH("receipt"),
	RUNNER_RECEIPT_APPROVED("receipt"), RUNNER_RECEIPT_HELD("receipt"), RUNNER_RECEIPT_ASKED("receipt"),
	RUNNER_RECEIPT_ANSWERED("receipt"), RUNNER_RECEIPT_REJECTED("receipt"), RUNNER_RECEIPT_REFUSED("receipt"),
	RUNNER_RECEIPT_TOO_LATE("receipt"), RUNNER_RECEIPT_SUPERSEDED("receipt"), RUNNER_RECEIPT_WITHDRAWN("receipt"),

	RUNNER_CORRECT("event"), RUNNER_CORRECT_OTHER_PHONE("receipt-change"), RUNNER_WITHDRAW("receipt-change"),
	RUNNER_WITHDRAW_OTHER_PHONE("receipt-change"), RUNNER_MAILS_STOP("mail/stop"), RUNNER_MAILS_STOPPED("mail/stop"),

	RUNNER_NOT_FOUND("error/404"), RUNNER_NOT_UNDERSTOOD("error/4xx"), RUNNER_EXPIRED("error/403"),
	/** Something broke on our side. */
	RUNNER_BROKEN("error/5xx"),
	/** The database is away. */
	RUNNER_AWAY("away"),
	/** The same for a result that was just sent. */
	RUNNER_AWAY_SENT("away"), ORGANIZER_AWAY("away"),

	/** The first account of an installation. */
	ORGANIZER_SETUP("setup"), ORGANIZER_SETUP_PROBLEMS("setup"), ORGANIZER_SIGN_IN("login"),
	ORGANIZER_SIGN_IN_WRONG("login"), ORGANIZER_SIGN_IN_READY("login"), ORGANIZER_PASSWORD("password"),
	ORGANIZER_PASSWORD_SENT("password"), ORGANIZER_PASSWORD_CHOOSE("password"), ORGANIZER_PASSWORD_GONE("password"),
	ORGANIZER_PASSWORD_AGAIN("organizer/password-again"), ORGANIZER_PASSWORD_AGAIN_WRONG("organizer/password-again"),
	/** For somebody who has no account yet. */
	ORGANIZER_INVITATION("invitation"), ORGANIZER_INVITATION_PROBLEMS("invitation"),
	/** For somebody who has an account and is not signed in. */
	ORGANIZER_INVITATION_KNOWN("invitation"), ORGANIZER_INVITATION_GONE("invitation"),
	ORGANIZER_INVITED("organizer/invited"), ORGANIZER_INVITED_OTHER("organizer/invited"),
	ORGANIZER_INVITED_GONE("organizer/invited"), ORGANIZER_ACCOUNT("organizer/account"),
	ORGANIZER_ACCOUNT_PROBLEMS("organizer/account"), ORGANIZER_ROLE_TOO_SMALL("error/403"),

	ORGANIZER_EVENTS("organizer/events"), ORGANIZER_EVENTS_NONE("organizer/events"), ORGANIZER_EVENT("organizer/event"),
	ORGANIZER_EVENT_NEW("organizer/event"), ORGANIZER_EVENT_PAUSED("organizer/event"),

	ORGANIZER_SUBMISSIONS("organizer/submissions"), ORGANIZER_SUBMISSIONS_REFUSED("organizer/submissions"),
	ORGANIZER_SUBMISSIONS_NEW("organizer/submissions"), ORGANIZER_SUBMISSIONS_NONE("organizer/submissions"),
	ORGANIZER_SUBMISSIONS_UNREAD("organizer/submissions"), ORGANIZER_SUBMISSION_REFUSED("organizer/detail"),
	ORGANIZER_SUBMISSION_HELD("organizer/detail"), ORGANIZER_SUBMISSION_APPROVED("organizer/detail"),
	ORGANIZER_SUBMISSION_REJECTED("organizer/detail"), ORGANIZER_ENTER("organizer/enter"),
	ORGANIZER_ENTER_PROBLEMS("organizer/enter"), ORGANIZER_ENTER_DOUBTS("organizer/enter"),

	ORGANIZER_REVIEW("organizer/review"), ORGANIZER_REVIEW_NEW("organizer/review"),
	/** Something was decided just now. */
	ORGANIZER_REVIEW_DONE("organizer/review"), ORGANIZER_REVIEW_WITHOUT_DOUBTS("organizer/review-plain"),
	/** Somebody else decided meanwhile. */
	ORGANIZER_UNDECIDED("organizer/undecided"),
	/** Rejected without a word why. */
	ORGANIZER_UNDECIDED_WORDS("organizer/undecided"),
	/** Taken back after it was sent. */
	ORGANIZER_UNDECIDED_SENT("organizer/undecided"),

	ORGANIZER_DELIVERIES("organizer/deliveries"), ORGANIZER_DELIVERIES_NEW("organizer/deliveries"),
	ORGANIZER_DELIVERIES_PAUSED("organizer/deliveries"),
	/** Paused for several reasons, each with another cure. */
	ORGANIZER_DELIVERIES_PAUSED_THRICE("organizer/deliveries"), ORGANIZER_DRIFT("organizer/deliveries"),

	ORGANIZER_ROSTER("organizer/roster"), ORGANIZER_ROSTER_NO_RESULT("organizer/roster"),
	ORGANIZER_ROSTER_NOT_FOUND("organizer/roster"), ORGANIZER_ROSTER_FETCHED("organizer/roster"),
	ORGANIZER_ROSTER_FILE("organizer/roster-file"), ORGANIZER_ROSTER_FILE_PROBLEM("organizer/roster-file"),
	ORGANIZER_ROSTER_PREVIEW("organizer/roster-import"), ORGANIZER_PARTICIPANT("organizer/participant"),
	ORGANIZER_PARTICIPANT_ERASE("organizer/participant-erase"), ORGANIZER_SHARE("organizer/share"),

	ORGANIZER_RULES("organizer/rules"), ORGANIZER_RULES_PROBLEMS("organizer/rules"),
	/** A change that means more than it seems. */
	ORGANIZER_RULES_ASKED("organizer/rules"),
	/** Somebody else saved meanwhile. */
	ORGANIZER_RULES_OVERTAKEN("organizer/rules"),
	/** With the result sets that RunSignup has. */
	ORGANIZER_RULES_SETS("organizer/rules"),
	/** For whoever may only look. */
	ORGANIZER_RULES_VIEWER("organizer/rules"),

	ORGANIZER_RACE("organizer/race"), ORGANIZER_RACE_PAUSED("organizer/race"),
	ORGANIZER_RACE_SETTINGS("organizer/race-settings"), ORGANIZER_RACE_SETTINGS_PROBLEMS("organizer/race-settings"),
	ORGANIZER_RACE_CREDENTIAL("organizer/credential"), ORGANIZER_RACE_CREDENTIAL_PROBLEMS("organizer/credential"),
	ORGANIZER_RACE_CREDENTIAL_KEPT("organizer/credential"),
	ORGANIZER_RACE_CREDENTIAL_REMOVE("organizer/credential-remove"), ORGANIZER_RACE_PEOPLE("organizer/people"),
	/** With the link to hand over, as no mail leaves. */
	ORGANIZER_RACE_PEOPLE_INVITED("organizer/people"), ORGANIZER_RACE_AUDIT("organizer/audit"),
	ORGANIZER_RACE_AUDIT_NONE("organizer/audit"), ORGANIZER_RACE_EVENTS_NEW("organizer/events-new"),

	ORGANIZER_RACE_NEW("organizer/race-new"), ORGANIZER_RACE_NEW_PROBLEMS("organizer/race-new"),
	ORGANIZER_RACE_NEW_CONNECT("organizer/race-connect"), ORGANIZER_RACE_NEW_REFUSED("organizer/race-new"),
	ORGANIZER_RACE_NEW_CONNECTED("organizer/race-new"),
	/** Back from RunSignup by a way that nobody knows. */
	ORGANIZER_UNCONNECTED("organizer/unconnected"),

	ORGANIZER_INSTALLATION("organizer/installation"), ORGANIZER_INSTALLATION_AUDIT("organizer/audit"),
	ORGANIZER_INSTALLATION_ADMINISTRATORS("organizer/administrators"),
	ORGANIZER_INSTALLATION_BACKUPS("organizer/backups"),
	/** Where the database is a file of ours. */
	ORGANIZER_INSTALLATION_BACKUPS_MADE("organizer/backups"), ORGANIZER_INSTALLATION_CREDENTIAL("organizer/credential"),
	ORGANIZER_INSTALLATION_CREDENTIAL_REMOVE("organizer/credential-remove"),
	ORGANIZER_INSTALLATION_SETTINGS("organizer/settings"),

	SANDBOX_CONSOLE("sandbox/console"), SANDBOX_CONSOLE_PROBLEM("sandbox/console"), SANDBOX_GRANT("sandbox/grant");

	private final String template;

	Screen(String template) {
		this.template = template;
	}

	/** The template without its ending, such as {@code organizer/rules}. */
	String template() {
		return this.template;
	}

	/** The name of its picture, such as {@code organizer-rules-asked}. */
	String picture() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
