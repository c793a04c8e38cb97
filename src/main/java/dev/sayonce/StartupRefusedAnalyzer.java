package dev.sayonce;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link StartupRefused}, however deeply wrapped, into plain lines. */
final class StartupRefusedAnalyzer extends AbstractFailureAnalyzer<StartupRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StartupRefused cause) {
    return new FailureAnalysis(cause.what(), cause.remedy(), cause);
  }
}
