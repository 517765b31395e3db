package io.selftimed.submission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.selftimed.web.Languages;
import io.selftimed.web.Wording;

import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * A test of the runners' pages as they are rendered, over {@link Desk} instead of
 * databases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
		controllers = { FrontController.class, SubmissionController.class, ReceiptController.class,
				ReceiptChangeController.class },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.selftimed\\.organizer\\..*"))
@Import({ Wording.class, Languages.class, Answers.class, SubmissionKeys.class, SubmissionPages.class, Replaced.class,
		ReceiptPages.class, ReceiptSentences.class, ReceiptChangePages.class, ReceiptProof.class, ReceiptCookie.class,
		Vouchers.class, Desk.Configuration.class })
@interface PagesSlice {

}
