package io.selftimed.submission;

import java.time.Duration;

import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What runners may send.
 *
 * @param dailyLimit submissions of one runner in one event within 24 hours, 1 to 10000
 * @param keepPersonalData how long names, birth dates, e-mail addresses and notes are
 * kept after an event closes, 1 to 3650 days
 */
@Validated
@ConfigurationProperties("selftimed.submission")
record SubmissionSettings(@DefaultValue("20") @Range(min = 1, max = 10_000) int dailyLimit,
		@DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration keepPersonalData) {

}
