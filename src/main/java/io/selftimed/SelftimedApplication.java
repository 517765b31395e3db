package io.selftimed;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts Selftimed, or does what one word before the settings asks for.
 */
@SpringBootApplication
public class SelftimedApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication();
		application.setMainApplicationClass(SelftimedApplication.class);
		application.addListeners(new ProfileChoice(), new MovedHome(), new DataFolder(), new ManagementPort());
		ConfigurableApplicationContext context = application.run(args);
		if (application.getWebApplicationType() == WebApplicationType.NONE) {
			System.exit(SpringApplication.exit(context));
		}
	}

}
