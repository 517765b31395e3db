package io.selftimed.notification;

/**
 * Looks for one kind of news and writes the mails about it, once in the whole cluster.
 */
interface Watch {

	/** Looks once. Costs next to nothing while there is no news. */
	void look();

}
