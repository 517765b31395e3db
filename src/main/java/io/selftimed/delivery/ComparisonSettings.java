package io.selftimed.delivery;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often what RunSignup shows is compared with what was delivered.
 *
 * @param compareEvery how long after a comparison of an event the next one begins by
 * itself, from a minute to 30 days
 */
@Validated
@ConfigurationProperties("selftimed.delivery")
record ComparisonSettings(@DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(days = 30) Duration compareEvery) {

}
