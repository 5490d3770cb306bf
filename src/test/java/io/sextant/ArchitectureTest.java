package io.sextant;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import io.sextant.math.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.text.DecimalFormat;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that every package imports only what its {@code package-info} allows. */
class ArchitectureTest {
  private static final JavaClasses SEXTANT =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  /** The packages whose public types users may rely on. */
  private static final Set<String> PUBLIC =
      Set.of("io.sextant", "io.sextant.table.row", "io.sextant.fault");

  /**
   * A package under {@code io.sextant}, including its subpackages, and the packages it may import.
   */
  private enum Package {
    FAULT,
    MATH,
    BERT(FAULT),
    CATALOGUE(FAULT),
    CONFIG(FAULT),
    REDACTION,
    TABLE(MATH, FAULT),
    TEXT(BERT, FAULT),
    LINGUISTICS(MATH, BERT, TEXT, FAULT),
    ATTENTION(MATH, BERT, TEXT, FAULT),
    PATTERN(TEXT, LINGUISTICS, CATALOGUE, FAULT),
    DEMO(TEXT, LINGUISTICS, FAULT),
    VIEW(BERT, TEXT, ATTENTION, FAULT),
    REPORT(MATH, CATALOGUE, TABLE, VIEW, FAULT),
    COMPARE(MATH, TABLE, FAULT),
    POOL(MATH, TABLE, FAULT),
    EXPORT(TABLE, FAULT),
    PROFILE(MATH, BERT, TEXT, LINGUISTICS, ATTENTION, PATTERN, CATALOGUE, TABLE, CONFIG, FAULT),
    SYNTAX(MATH, BERT, TEXT, ATTENTION, PROFILE, TABLE, FAULT),
    JOB(
        MATH,
        BERT,
        TEXT,
        LINGUISTICS,
        ATTENTION,
        PATTERN,
        PROFILE,
        SYNTAX,
        TABLE,
        CONFIG,
        REDACTION,
        EXPORT,
        FAULT),
    CLI(
        MATH,
        BERT,
        TEXT,
        LINGUISTICS,
        ATTENTION,
        PATTERN,
        PROFILE,
        SYNTAX,
        TABLE,
        CONFIG,
        REDACTION,
        FAULT,
        DEMO,
        VIEW,
        REPORT,
        EXPORT,
        COMPARE,
        POOL,
        JOB),
    PYTHON(CLI);

    private final Set<Package> imports;

    Package(Package... imports) {
      this.imports = Set.of(imports);
    }

    String simpleName() {
      return name().toLowerCase(Locale.ROOT);
    }

    String pattern() {
      return "io.sextant." + simpleName() + "..";
    }

    String[] others() {
      boolean isOnTheApi = this == CLI || this == PYTHON;
      return Stream.concat(
              isOnTheApi ? Stream.empty() : Stream.of("io.sextant"),
              Arrays.stream(values())
                  .filter(other -> other != this && !imports.contains(other))
                  .map(Package::pattern))
          .toArray(String[]::new);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPackageImportsWhatItSays(Package of) {
    noClasses()
        .that()
        .resideInAPackage(of.pattern())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(of.others())
        .check(SEXTANT);
  }

  @Test
  void everyPackageIsHeldToSomething() {
    assertThat(
            SEXTANT.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(names -> names.length > 2)
                .map(names -> names[2])
                .collect(Collectors.toSet()))
        .isEqualTo(
            Arrays.stream(Package.values()).map(Package::simpleName).collect(Collectors.toSet()));
  }

  @Test
  void noPackagesImportEachOther() {
    slices().matching("io.sextant.(**)").should().beFreeOfCycles().check(SEXTANT);
  }

  @Test
  void theCommandLineAndPythonUseThePublicApiAndNotTheOtherWayRound() {
    noClasses()
        .that()
        .resideInAPackage("io.sextant")
        .and(not(equivalentTo(Main.class)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.sextant.cli..", "io.sextant.python..")
        .check(SEXTANT);
    noClasses()
        .that()
        .resideInAnyPackage("io.sextant.*..")
        .should()
        .dependOnClassesThat(equivalentTo(Main.class))
        .check(SEXTANT);
  }

  @Test
  void thePublicApiShowsOnlyWhatIsPublic() {
    classes()
        .that()
        .resideInAnyPackage(PUBLIC.toArray(String[]::new))
        .and()
        .arePublic()
        .should(
            ArchCondition.from(
                DescribedPredicate.describe(
                    "show types of public packages and Interval only",
                    (JavaClass type) ->
                        shown(type)
                            .map(JavaClass::getBaseComponentType)
                            .filter(shown -> shown.getPackageName().startsWith("io.sextant"))
                            .filter(shown -> !shown.isEquivalentTo(Interval.class))
                            .map(JavaClass::getPackageName)
                            .allMatch(PUBLIC::contains))))
        .check(SEXTANT);
  }

  /** Returns the types that a program needs that uses or extends a type. */
  private static Stream<JavaClass> shown(JavaClass type) {
    Stream<JavaClass> above =
        Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
    Stream<JavaClass> ofMembers =
        type.getMembers().stream()
            .filter(
                member ->
                    member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
            .flatMap(
                member ->
                    member instanceof JavaCodeUnit code
                        ? Stream.concat(
                            code.getAllInvolvedRawTypes().stream(),
                            code.getExceptionTypes().stream())
                        : member.getAllInvolvedRawTypes().stream());
    return Stream.concat(above, ofMembers);
  }

  @Test
  void theProgramsInTheDocumentsImportPublicPackagesOnly() throws IOException {
    Pattern imported = Pattern.compile("(?m)^import (?:static )?(io\\.sextant[a-z.]*?)\\.[A-Z{]");
    try (Stream<Path> documents = Files.list(Path.of("docs"))) {
      List<String> packages =
          documents
              .filter(file -> file.toString().endsWith(".md"))
              .flatMap(file -> imported.matcher(read(file)).results())
              .map(found -> found.group(1))
              .toList();
      assertThat(packages).isNotEmpty().allMatch(PUBLIC::contains);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPackageHasAtMostThirtyFilesAndSaysWhatItIs() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java/io/sextant"))) {
      Map<Path, List<Path>> packages =
          all.filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.groupingBy(Path::getParent));
      assertThat(packages).hasSizeGreaterThan(40);
      packages.forEach(
          (folder, files) -> {
            assertThat(files).as(folder.toString()).contains(folder.resolve("package-info.java"));
            assertThat(files).as(folder.toString()).hasSizeLessThanOrEqualTo(1 + 30);
          });
    }
  }

  @Test
  void backendsAreKnownToTheirUsersOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.sextant.attention")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.sextant.attention.*..")
        .check(SEXTANT);
  }

  @Test
  void readingTheInputKnowsNothingOfTheJobAroundIt() {
    noClasses()
        .that()
        .resideInAPackage("io.sextant.job.input..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.sextant..")
                .and(
                    not(
                        resideInAnyPackage(
                            "io.sextant.job.input..",
                            "io.sextant.config..",
                            "io.sextant.fault.."))))
        .check(SEXTANT);
  }

  @Test
  void theJobAndWhatCallsItAloneUseSparksSession() {
    noClasses()
        .that(
            resideOutsideOfPackages(
                "io.sextant", "io.sextant.job..", "io.sextant.cli..", "io.sextant.python.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache.spark.sql..", "org.apache.spark.api.java..")
                .or(equivalentTo(SparkContext.class)))
        .check(SEXTANT);
  }

  @Test
  void theRoomsOfTheJobAreItsOwn() {
    noClasses()
        .that(resideOutsideOfPackages("io.sextant.job.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.sextant.job.*..")
        .check(SEXTANT);
    noClasses()
        .that()
        .resideInAPackage("io.sextant.job.folder")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache.spark..", "io.sextant.config..")
                .or(resideInAnyPackage("io.sextant.job")))
        .check(SEXTANT);
  }

  @Test
  void theRoomsOfACheckpointImportWhatTheySay() {
    imports("io.sextant.bert.files", "io.sextant.fault..");
    imports("io.sextant.bert.location", "io.sextant.fault..");
    imports("io.sextant.bert.tokenizer", "io.sextant.bert.files", "io.sextant.fault..");
    String[] format = {"io.sextant.bert", "io.sextant.bert.files", "io.sextant.fault.."};
    imports("io.sextant.bert.safetensors", format);
    imports("io.sextant.bert.tensorflow", format);
  }

  /** Checks that a subpackage uses, of this project's packages, only itself and the given ones. */
  private static void imports(String room, String... packages) {
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.sextant..")
                .and(not(resideInAPackage(room)))
                .and(not(resideInAnyPackage(packages))))
        .check(SEXTANT);
  }

  @Test
  void aLibraryBelongsToOnePackage() {
    onlyIn("io.sextant.attention.nd4j..", "org.nd4j..");
    onlyIn("io.sextant.attention.onednn..", "org.bytedeco.dnnl..");
    onlyIn("io.sextant.linguistics..", "com.johnsnowlabs..", "net.sf.extjwnl..", "org.tartarus..");
    onlyIn("io.sextant.text..", "ai.djl..");
    onlyIn("io.sextant.config..", "com.typesafe.config..");
    onlyIn("io.sextant.export..", "java.sql..", "org.duckdb..", "org.apache.commons.csv..");
  }

  @Test
  void mainAloneEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.sextant.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(SEXTANT);
  }

  @Test
  void aRoomIsUsedByItsOwnFloorOnly() {
    room("io.sextant.attention.onednn.kernel..", "io.sextant.attention.onednn..");
    room("io.sextant.bert.files..", "io.sextant.bert..");
    room("io.sextant.bert.safetensors..", "io.sextant.bert..");
    room("io.sextant.bert.tensorflow..", "io.sextant.bert..");
    room("io.sextant.bert.huggingface..", "io.sextant.bert..");
    room("io.sextant.profile.statistic..", "io.sextant.profile..");
    room("io.sextant.profile.label..", "io.sextant.profile..");
    room("io.sextant.report.draw..", "io.sextant.report..");
    room("io.sextant.report.figure..", "io.sextant.report..");
    room("io.sextant.report.page..", "io.sextant.report..");
    room("io.sextant.job.input.delimited..", "io.sextant.job.input..");
    room("io.sextant.job.input.json..", "io.sextant.job.input..");
    room("io.sextant.job.input.parquet..", "io.sextant.job.input..");
  }

  /**
   * Checks that a subpackage's types, public for its parent package only, are used nowhere else.
   */
  private static void room(String room, String floor) {
    noClasses()
        .that(resideOutsideOfPackages(floor))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room)
        .check(SEXTANT);
  }

  /**
   * No output byte and no name depends on a machine's locale or encoding: an executor with another
   * locale computes the same chunk.
   */
  @Test
  void nothingDependsOnTheDefaultLocaleOrEncoding() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callConstructor(Formatter.class)
        .orShould()
        .callConstructor(DecimalFormat.class, String.class)
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .callMethod(BreakIterator.class, "getSentenceInstance")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(InputStreamReader.class, InputStream.class)
        .orShould()
        .callMethod(Charset.class, "defaultCharset")
        .because("an executor of another locale has to compute the same bytes")
        .check(SEXTANT);
  }

  /** Calls inside a builder, which names every argument, and calls into libraries are exempt. */
  @Test
  void noCallPassesMoreThanEightArguments() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Builder")
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe(
                "it is ours and takes more than eight arguments",
                (JavaCall<?> call) ->
                    call.getTargetOwner().getPackageName().startsWith("io.sextant")
                        && call.getTarget().getRawParameterTypes().size() > 8))
        .check(SEXTANT);
  }

  private static void onlyIn(String home, String... library) {
    noClasses()
        .that(resideOutsideOfPackages(home))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(SEXTANT);
  }
}
