package io.selftimed.notification;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this module; the mail server itself is {@code spring.mail.*}.
 *
 * @param from the address that mails come from, null for {@code selftimed} at the host of
 * the public address
 * @param keep how long mails are kept that were sent or given up
 * @param pollInterval how often to look for something to tell or to send
 */
@Validated
@ConfigurationProperties("selftimed.mail")
record MailSettings(@Nullable String from,
		@DefaultValue("90d") @DurationMin(days = 7) @DurationMax(days = 3650) Duration keep,
		@DefaultValue("10s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration pollInterval) {

}
