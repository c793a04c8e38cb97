package dev.sayonce.staff;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How agents sign in.
 *
 * @param sessionTime how long a session lives after its last use
 * @param resetPassword a login that gets a new password at this start, printed once; each start
 *     with it makes another
 * @param secureCookies cookies only over https, even where a request does not look like it; without
 *     it they are marked so whenever the request came by https
 */
@Validated
@ConfigurationProperties("sayonce.staff")
public record StaffProperties(
    @DefaultValue("12h") @DurationMin(minutes = 1) Duration sessionTime,
    @DefaultValue("") String resetPassword,
    @DefaultValue("false") boolean secureCookies) {}
