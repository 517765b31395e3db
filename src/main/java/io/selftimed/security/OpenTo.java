package io.selftimed.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says whom a page of the organizers is open to. Each handler below {@code /organizer}
 * carries it; one without is open to nobody.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

	/** Whom it is open to. */
	Access value();

	/**
	 * Whether the password must have been entered within the last 15 minutes: for
	 * credentials and roles. Set it on the page with the form too, so that nobody is
	 * asked after typing.
	 */
	boolean freshly() default false;

}
