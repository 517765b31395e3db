package io.selftimed.submission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where a runner wants the link sent, as typed.
 *
 * @param email the address on the roster
 */
record LinkForm(
		@Nullable @NotBlank(message = "refusal.link.email") @Size(max = 254, message = "refusal.link.email") @Pattern(
				regexp = SubmissionForm.E_MAIL, message = "refusal.link.email") String email) {

}
