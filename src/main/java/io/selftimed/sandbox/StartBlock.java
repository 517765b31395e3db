package io.selftimed.sandbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Says at every start where to go.
 */
@Component
@Profile("simulator | demo")
class StartBlock {

	private final Environment environment;

	private final ObjectProvider<DemoPassword> password;

	StartBlock(Environment environment, ObjectProvider<DemoPassword> password) {
		this.environment = environment;
		this.password = password;
	}

	@EventListener
	void started(ApplicationReadyEvent event) {
		String address = "http://127.0.0.1:" + port(event.getApplicationContext());
		DemoPassword demo = this.password.getIfAvailable();
		if (demo == null) {
			System.out.println("RunSignup's simulator listens on " + address + "/sandbox/runsignup, its console on "
					+ address + "/sandbox.");
		}
		else if (this.environment.acceptsProfiles(Profiles.of("production"))) {
			System.out.println("ATTENTION: this is production WITH DEMO DATA, for trying things out only. Organizer "
					+ DemoOrganizer.EMAIL + ", password in the file sandbox-organizer-password of the data folder.");
		}
		else {
			System.out.println(block(address, demo.value()));
		}
	}

	private static String block(String address, String password) {
		return """

				  Selftimed's sandbox is ready.

				    Send a result      %1$s/
				    Organizer          %1$s/organizer
				      name             %2$s
				      password         %3$s
				    What RunSignup sees %1$s/sandbox

				  Nothing leaves this machine: RunSignup is simulated here.
				""".formatted(address, DemoOrganizer.EMAIL, password);
	}

	private static int port(ApplicationContext context) {
		return (context instanceof WebServerApplicationContext web && web.getWebServer() != null)
				? web.getWebServer().getPort() : 0;
	}

}
