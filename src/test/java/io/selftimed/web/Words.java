package io.selftimed.web;

import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of messages.properties, for the tests of modules that use them.
 */
public final class Words {

	private Words() {
	}

	/** All words there are. */
	public static Wording all() {
		return new Wording(source());
	}

	/** Where all words come from. */
	public static ResourceBundleMessageSource source() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages", "organizer-messages", "sandbox-messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
