package io.selftimed.race.roster;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How rosters are fetched from RunSignup.
 *
 * @param fetchEvery how long after one fetch of an event the next begins, where that is
 * switched on; from a minute to a day
 */
@Validated
@ConfigurationProperties("selftimed.roster")
record RosterSettings(@DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(days = 1) Duration fetchEvery) {

}
