package io.sextant.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The options of {@code profile} in its help, under headings. */
final class OptionSections implements IHelpSectionRenderer {
  private static final String OTHERS = "Other options:";

  /** Options by heading. What stands under none comes last. */
  private static final Map<String, List<String>> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put(
        "Files:",
        List.of(
            "--model",
            "--name",
            "--input",
            "--output",
            "--resume",
            "--overwrite",
            "--config",
            "--set"));
    SECTIONS.put(
        "What the input is:",
        List.of(
            "--format",
            "--sentence-a",
            "--sentence-b",
            "--id",
            "--group",
            "--text",
            "--encoding",
            "--separator",
            "--quote",
            "--pipeline",
            "--language",
            "--max-reject-rate"));
    SECTIONS.put(
        "What is measured:",
        List.of("--patterns", "--units", "--no-cooccurrence", "--mlm-pairs", "--pair-scores"));
    SECTIONS.put(
        "How it is run:",
        List.of(
            "--dry-run",
            "--backend",
            "--precision",
            "--isa",
            "--max-tokens",
            "--max-chunks",
            "--until-half-width",
            "--until-patterns",
            "--keep-chunks"));
  }

  private OptionSections() {}

  static void putInto(CommandLine command) {
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections());
  }

  @Override
  public String render(Help help) {
    Map<String, OptionSpec> left = new LinkedHashMap<>();
    help.commandSpec().options().forEach(option -> left.put(option.longestName(), option));
    StringBuilder text = new StringBuilder();
    SECTIONS.forEach((heading, names) -> text.append(section(help, heading, take(names, left))));
    return text.append(section(help, OTHERS, List.copyOf(left.values()))).toString();
  }

  private static List<OptionSpec> take(List<String> names, Map<String, OptionSpec> from) {
    List<OptionSpec> taken = new ArrayList<>();
    for (String name : names) {
      OptionSpec option = from.remove(name);
      if (option != null) {
        taken.add(option);
      }
    }
    return taken;
  }

  private static String section(Help help, String heading, List<OptionSpec> options) {
    Layout layout = help.createDefaultLayout();
    layout.addOptions(options, help.createDefaultParamLabelRenderer());
    return System.lineSeparator() + heading + System.lineSeparator() + layout;
  }
}
