package io.selftimed;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the house. Each is shown to catch what it is for.
 */
class HouseRulesTests {

	private static final JavaClasses HOUSE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.selftimed");

	private static final JavaClasses BROKEN = new ClassFileImporter().importClasses(Broken.class);

	private static final ArchRule NO_FIELD_INJECTION = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class)
		.orShould()
		.beAnnotatedWith("jakarta.inject.Inject");

	private static final ArchRule NO_TIME_WITHOUT_A_CLOCK = noClasses().should()
		.callMethodWhere(new DescribedPredicate<JavaCall<?>>("now() without a clock") {
			@Override
			public boolean test(JavaCall<?> call) {
				boolean now = call.getTarget().getOwner().getPackageName().startsWith("java.time")
						&& call.getTarget().getName().equals("now")
						&& call.getTarget().getRawParameterTypes().isEmpty();
				boolean millis = call.getTarget().getFullName().equals("java.lang.System.currentTimeMillis()");
				return now || millis;
			}
		});

	private static final ArchRule REPOSITORIES_STAY_HOME = classes()
		.that(new DescribedPredicate<JavaClass>("hold a JdbcClient") {
			@Override
			public boolean test(JavaClass type) {
				return type.getFields()
					.stream()
					.anyMatch((field) -> field.getRawType().isEquivalentTo(JdbcClient.class));
			}
		})
		.should()
		.notBePublic();

	@Test
	void nothingIsInjectedIntoFields() {
		NO_FIELD_INJECTION.check(HOUSE);
		assertThat(NO_FIELD_INJECTION.evaluate(BROKEN).hasViolation()).isTrue();
	}

	@Test
	void nobodyAsksForTheTimeWithoutAClock() {
		NO_TIME_WITHOUT_A_CLOCK.check(HOUSE);
		assertThat(NO_TIME_WITHOUT_A_CLOCK.evaluate(BROKEN).hasViolation()).isTrue();
	}

	@Test
	void repositoriesAreNotPublic() {
		REPOSITORIES_STAY_HOME.check(HOUSE);
		assertThat(REPOSITORIES_STAY_HOME.evaluate(BROKEN).hasViolation()).isTrue();
	}

	@Test
	void theSimulatorAndTheClientShareNoType() {
		noClasses().that()
			.resideInAPackage("io.selftimed.sandbox..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.selftimed.runsignup..")
			.check(HOUSE);
		noClasses().that()
			.resideInAPackage("io.selftimed.runsignup..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.selftimed.sandbox..")
			.check(HOUSE);
	}

	/** Breaks the rules, to see them fail. */
	public static class Broken {

		@Autowired
		@org.jspecify.annotations.Nullable
		JdbcClient jdbc;

		java.time.Instant now() {
			return java.time.Instant.now();
		}

	}

}
