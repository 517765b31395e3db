package io.selftimed;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Selftimed.
 */
@SpringBootApplication
public class SelftimedApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication();
		application.setMainApplicationClass(SelftimedApplication.class);
		application.addListeners(new ProfileChoice(), new DataFolder(), new ManagementPort());
		application.run(args);
	}

}
