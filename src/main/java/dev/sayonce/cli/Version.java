package dev.sayonce.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar tells it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return new String[] {"SayOnce " + version.orElse("(not from a jar)")};
  }
}
