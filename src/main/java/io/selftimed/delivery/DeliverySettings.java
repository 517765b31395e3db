package io.selftimed.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How deliveries are paced.
 *
 * @param batchSize results a call, 1 to 100
 * @param settleDelay between acceptance and delivery, so that a typo can be mended before
 * anyone is notified
 * @param gracePeriod how long a lane and its runners rest after a call whose outcome is
 * unknown
 * @param retryFirst the longest wait before the first retry; it doubles with each
 * @param retryLongest the longest wait before any retry
 * @param throttleWait how long to wait when RunSignup throttles without saying how long
 * @param remotePatience after a lost call the newest result is sent once more when this
 * has passed
 * @param keepAttempts how long attempts are kept that nothing is read from any more
 * @param pollInterval how often to look for what is due when nothing rings
 */
@Validated
@ConfigurationProperties("selftimed.delivery")
record DeliverySettings(@DefaultValue("25") @Min(1) @Max(100) int batchSize,
		@DefaultValue("60s") @DurationMin(seconds = 0) @DurationMax(hours = 24) Duration settleDelay,
		@DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(minutes = 30) Duration gracePeriod,
		@DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration retryFirst,
		@DefaultValue("5m") @DurationMin(millis = 1) @DurationMax(hours = 24) Duration retryLongest,
		@DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration throttleWait,
		@DefaultValue("10m") @DurationMin(seconds = 0) @DurationMax(hours = 24) Duration remotePatience,
		@DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration keepAttempts,
		@DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration pollInterval) {

}
