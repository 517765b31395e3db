package io.selftimed.sandbox;

import java.io.PrintStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Tells at the console what this run offers, as soon as it does.
 */
@Component
@Profile("simulator | demo")
class StartBlock {

	private static final Logger logger = LoggerFactory.getLogger(StartBlock.class);

	private final Environment environment;

	private final @Nullable DemoPassword password;

	private final PrintStream console;

	@Autowired
	StartBlock(Environment environment, ObjectProvider<DemoPassword> password) {
		this(environment, password.getIfAvailable(), System.out);
	}

	StartBlock(Environment environment, @Nullable DemoPassword password, PrintStream console) {
		this.environment = environment;
		this.password = password;
		this.console = console;
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		if (this.environment.containsProperty("logging.structured.format.console")) {
			logger.info("{}", line());
		}
		else {
			this.console.println(text());
		}
	}

	/** For machines, which read each line by itself: no password. */
	private String line() {
		return (this.password == null) ? text()
				: "Ready with the demo's data at " + address("/") + "; " + DemoOrganizer.EMAIL
						+ " signs in with the password that is " + this.password.place() + ". " + whereResultsGo();
	}

	private String text() {
		if (this.password == null) {
			return "The simulated RunSignup answers at " + address("/sandbox/runsignup") + ", its console is "
					+ address("/sandbox");
		}
		return this.environment.acceptsProfiles(Profiles.of("simulator")) ? sandbox(this.password)
				: "*** DEMO DATA IN USE: profile demo is on without the simulator. Never run a real race with it. ***\n"
						+ "*** Sign in as " + DemoOrganizer.EMAIL + "; the password is " + this.password.place()
						+ ". ***";
	}

	private String sandbox(DemoPassword password) {
		return """

				Selftimed's sandbox is ready.
				  Form       %s
				  Dashboard  %s
				  Console    %s
				  Organizer  %s
				  Password   %s
				%s
				""".formatted(address("/events/harbor-5k"), address("/organizer"), address("/sandbox"),
				DemoOrganizer.EMAIL, password.reveal(), whereResultsGo());
	}

	private String whereResultsGo() {
		return RemoteChoice.staysHere(this.environment) ? "Nothing leaves this machine."
				: "*** RESULTS LEAVE THIS MACHINE: they go where selftimed.runsignup.base-url leads. ***";
	}

	private String address(String path) {
		String port = this.environment.getProperty("local.server.port", "8080");
		return "http://127.0.0.1:" + port + this.environment.getProperty("server.servlet.context-path", "") + path;
	}

}
