package io.selftimed;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept free.
 *
 * @param leastFreeSpace what has to be free where the H2 file is, and in the data folder;
 * with less, submissions, rosters and backups are refused and nothing is half written
 */
@Validated
@ConfigurationProperties("selftimed.submission")
public record RoomSettings(@DefaultValue("200MB") @NotNull DataSize leastFreeSpace) {

}
