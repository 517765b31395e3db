package io.selftimed.runsignup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Binds the settings of this module.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ RunSignupSettings.class, OAuthSettings.class, HoldSettings.class })
class RunSignupConfiguration {

}
