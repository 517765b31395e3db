package io.selftimed.organizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/roles.md says what the code does.
 */
@SpringBootTest(classes = OrganizerPagesTests.Application.class)
@AutoConfigureMockMvc
class RolesDocumentTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@Test
	void theTableOfRolesAndRoutesIsThatOfTheCode(
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers)
			throws IOException {
		String printed = EveryRoute.document(EveryRoute.in(handlers.getHandlerMethods()));
		Path copy = Files.writeString(Path.of("target/roles.md"), printed);
		assertThat(Path.of("docs/roles.md")).as("copy %s there", copy).content().isEqualTo(printed);
	}

}
