package dev.sayonce.staff;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who makes a request to the console, as they were when it came. A controller gets it as
 * {@code @AuthenticationPrincipal SignedIn who}, a socket's handler by {@code
 * session.getHandshakeInfo().getPrincipal().cast(SignedIn.class)}; a socket outlives the request
 * and therefore asks {@link SessionStore#isStillValid} now and then.
 *
 * @param session the key of the session, from which its token can't be told
 */
public record SignedIn(Account account, String session) implements Authentication {

  @Override
  public String getName() {
    return account.id();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name()));
  }

  @Override
  public Object getPrincipal() {
    return this;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getDetails() {
    return "";
  }

  @Override
  public boolean isAuthenticated() {
    return true;
  }

  @Override
  public void setAuthenticated(boolean authenticated) {
    throw new IllegalArgumentException("Whoever is signed in stays so until the request ends");
  }
}
