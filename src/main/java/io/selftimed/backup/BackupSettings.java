package io.selftimed.backup;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the H2 file is copied, and where to.
 *
 * @param every how old the newest copy may become, up to 365 days; nought makes none
 * @param kept how many copies are kept, 1 to 1000
 * @param folder where they are
 */
@Validated
@ConfigurationProperties("selftimed.backup")
record BackupSettings(@DefaultValue("24h") @DurationMin @DurationMax(days = 365) Duration every,
		@DefaultValue("7") @Range(min = 1, max = 1000) int kept, @NotNull @DefaultValue("./data/backups") Path folder) {

}
