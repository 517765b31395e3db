package io.selftimed;

import java.util.Map;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With a port of their own ({@code management.server.port}) the metrics are open too,
 * which the port that runners reach never shows.
 */
class ManagementPort implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		ConfigurableEnvironment environment = event.getEnvironment();
		String port = environment.getProperty("management.server.port", "");
		if (!port.isBlank() && !port.equals(environment.getProperty("server.port", "8080"))) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("managementPort",
						Map.of("management.endpoints.web.exposure.include", "health,metrics,prometheus")));
		}
	}

}
