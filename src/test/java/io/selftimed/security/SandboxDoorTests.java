package io.selftimed.security;

import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the simulator runs, its console and its calls are open.
 */
@SpringBootTest(classes = { DoorsTests.Application.class, SandboxDoorTests.Simulator.class })
@AutoConfigureMockMvc
@ActiveProfiles("simulator")
class SandboxDoorTests {

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@Test
	void theConsoleIsOpen() {
		assertThat(this.mvc.get().uri("/sandbox")).hasStatusOk();
	}

	@Test
	void callsNeedNoToken() {
		assertThat(this.mvc.post().uri("/sandbox/runsignup/rest/anything")).hasStatusOk();
	}

	@Test
	void formsOfTheConsoleDo() {
		assertThat(this.mvc.post().uri("/sandbox/anything")).hasStatus(403);
	}

	/**
	 * Stands for the simulator.
	 */
	@RestController
	static class Simulator {

		@RequestMapping({ "/sandbox", "/sandbox/anything", "/sandbox/runsignup/rest/anything" })
		String answer() {
			return "simulator";
		}

	}

}
