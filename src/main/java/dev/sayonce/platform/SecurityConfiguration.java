package dev.sayonce.platform;

import java.util.List;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.ExceptionHandlingSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Who may come in where. The console needs a session; the chat and all pages are open, the chat's
 * cookieless socket knows its visitors itself. Of the actuator the public sees the health alone;
 * everything exposed is open on a port of its own ({@code management.server.port}), which belongs
 * into an inner network.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final ServerWebExchangeMatcher CONSOLE =
      new PathPatternParserServerWebExchangeMatcher("/console/**");
  private static final ServerWebExchangeMatcher CONSOLE_API =
      new PathPatternParserServerWebExchangeMatcher("/console/api/**");
  private static final String NO_FEATURES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
  private static final Refusal NOT_SIGNED_IN =
      new Refusal(HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in first.");
  private static final Refusal FORBIDDEN =
      new Refusal(HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this.");
  private static final Refusal FORGED =
      new Refusal(
          HttpStatus.FORBIDDEN, "csrf", "Send the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");

  @Bean
  SecurityWebFilterChain security(
      ServerHttpSecurity http,
      SessionContexts sessions,
      CsrfCookie csrf,
      PageHeaders pages,
      Problems problems,
      Environment environment) {
    return http.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .securityContextRepository(sessions)
        .csrf(spec -> refuseForgeries(spec, csrf, problems))
        .addFilterAfter(SecurityConfiguration::writeCsrfCookie, SecurityWebFiltersOrder.CSRF)
        .headers(spec -> writeHeaders(spec, pages))
        .authorizeExchange(spec -> admit(spec, ManagementPortType.get(environment)))
        .exceptionHandling(spec -> answer(spec, problems))
        .build();
  }

  /** Keeps Boot from making a user of its own: passwords are checked by our sign-in alone. */
  @Bean
  ReactiveAuthenticationManager noOtherWayIn() {
    return _ -> Mono.error(new AuthenticationServiceException("There is no other way to sign in"));
  }

  private static void admit(AuthorizeExchangeSpec spec, ManagementPortType managementPort) {
    spec.pathMatchers(HttpMethod.POST, "/console/api/sign-in")
        .permitAll()
        .pathMatchers("/console/api/agents/**")
        .hasRole("ADMIN")
        .pathMatchers(
            "/console/api/flows/reload",
            "/console/api/learning/**",
            "/console/api/audit",
            "/console/api/back-ends")
        .hasAnyRole("SUPERVISOR", "ADMIN")
        .pathMatchers("/console/api/**", "/console/socket")
        .authenticated()
        .matchers(EndpointRequest.to("health"))
        .permitAll();
    var actuator = spec.matchers(EndpointRequest.toAnyEndpoint());
    (managementPort == ManagementPortType.DIFFERENT ? actuator.permitAll() : actuator.denyAll())
        .anyExchange()
        .permitAll();
  }

  private static void refuseForgeries(CsrfSpec spec, CsrfCookie csrf, Problems problems) {
    spec.csrfTokenRepository(csrf)
        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
        .requireCsrfProtectionMatcher(
            new AndServerWebExchangeMatcher(List.of(CONSOLE, CsrfWebFilter.DEFAULT_CSRF_MATCHER)))
        .accessDeniedHandler((exchange, _) -> problems.answer(exchange, FORGED));
  }

  /**
   * A token is made when somebody subscribes to it: the page needs its cookie before it writes. It
   * comes with answers that no cache keeps.
   */
  private static Mono<Void> writeCsrfCookie(ServerWebExchange exchange, WebFilterChain chain) {
    Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
    return CONSOLE_API
        .matches(exchange)
        .filter(ServerWebExchangeMatcher.MatchResult::isMatch)
        .flatMap(_ -> token)
        .then(chain.filter(exchange));
  }

  /** Who may frame a page is said by the page's policy, which unlike X-Frame-Options can list. */
  private static void writeHeaders(HeaderSpec spec, PageHeaders pages) {
    spec.cache(HeaderSpec.CacheSpec::disable)
        .frameOptions(HeaderSpec.FrameOptionsSpec::disable)
        .hsts(hsts -> hsts.includeSubdomains(false))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicy(features -> features.policy(NO_FEATURES))
        .writer(pages);
  }

  private static void answer(ExceptionHandlingSpec spec, Problems problems) {
    spec.authenticationEntryPoint((exchange, _) -> problems.answer(exchange, NOT_SIGNED_IN))
        .accessDeniedHandler((exchange, _) -> problems.answer(exchange, FORBIDDEN));
  }
}
