package io.selftimed.submission;

import org.hibernate.validator.constraints.Range;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What runners may send.
 *
 * @param dailyLimit submissions of one runner in one event within 24 hours, 1 to 10000
 */
@Validated
@ConfigurationProperties("selftimed.submission")
record SubmissionSettings(@DefaultValue("20") @Range(min = 1, max = 10_000) int dailyLimit) {

}
