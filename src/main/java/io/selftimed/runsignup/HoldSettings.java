package io.selftimed.runsignup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether anything is called at all.
 *
 * @param hold whether no call is made at RunSignup, neither to send nor to read: to look
 * at a restored copy before it sends again what was due when it was made. Runners can
 * send results as ever, and these wait, as do mails
 */
@ConfigurationProperties("selftimed.runsignup")
record HoldSettings(@DefaultValue("false") boolean hold) {

}
