package io.sextant.cli;

import io.sextant.config.SettingsReference;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help of {@code profile}: its flags under headings. A flag without a description of its own is
 * described by the documentation of its setting.
 */
final class ProfileHelp {
  private ProfileHelp() {}

  /** Describes the flags of a command that set a setting by the documentation of the setting. */
  static void describe(CommandLine command) {
    command.getCommandSpec().resourceBundle(new Descriptions(command.getCommandSpec()));
  }

  static void putInto(CommandLine command) {
    describe(command);
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, ProfileHelp::sections);
  }

  private static String sections(Help help) {
    List<OptionSpec> others =
        help.commandSpec().options().stream().filter(option -> option.group() == null).toList();
    return help.optionListGroupSections()
        + System.lineSeparator()
        + "Other options:"
        + System.lineSeparator()
        + help.optionListExcludingGroups(others);
  }

  /**
   * A resource bundle for picocli with the documentation of settings, by the names of their flags.
   */
  private static final class Descriptions extends ListResourceBundle {
    private final Object[][] contents;

    Descriptions(CommandSpec command) {
      List<Object[]> described = new ArrayList<>();
      for (OptionSpec option : command.options()) {
        GivenSettings.of(option)
            .filter(sets -> option.description().length == 0)
            .ifPresent(sets -> described.add(new Object[] {name(option), text(sets)}));
      }
      contents = described.toArray(Object[][]::new);
    }

    private static String name(OptionSpec option) {
      return option.longestName().substring("--".length());
    }

    /** Returns a summary as a format string. */
    private static String text(Sets sets) {
      return SettingsReference.summary(sets.value()).replace("%", "%%");
    }

    @Override
    protected Object[][] getContents() {
      return contents;
    }
  }
}
