package io.sextant.cli;

import picocli.CommandLine.IVersionProvider;

/** Provides the version from the jar's manifest. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {"sextant " + (version == null ? "development" : version)};
  }
}
