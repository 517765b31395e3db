package io.selftimed;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/**
 * The arrows between the modules: those of the design and no others.
 */
class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(SelftimedApplication.class);

	@Test
	void theArrowsAreThoseOfTheDesign() {
		this.modules.verify();
	}

	@Test
	void thePictureIsDrawnFromTheCode() {
		new Documenter(this.modules).writeModulesAsPlantUml();
	}

}
