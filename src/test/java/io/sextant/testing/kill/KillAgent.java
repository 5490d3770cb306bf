package io.sextant.testing.kill;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.sun.jna.Function;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Reports every operation that changes a file to {@link FileOperations}, whether it is made through
 * {@code java.io}, {@code java.nio}, HDFS or DuckDB. The agent's argument is the path to watch, a
 * comma, and the folder of kill orders. If the process ends normally, the agent writes the number
 * of operations into that folder.
 */
public final class KillAgent {
  private static final int KILL = 9;
  static final String COUNT = "count";

  private KillAgent() {}

  /** Called by the JVM before {@code main}. */
  public static void premain(String argument, Instrumentation instrumentation) {
    String[] words = argument.split(",", 2);
    Path orders = Path.of(words[1]);
    Function kill = Function.getFunction("c", "kill");
    Object[] self = {(int) ProcessHandle.current().pid(), KILL};
    FileOperations.watch(words[0], orders.toFile(), () -> kill.invokeInt(self));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(orders.resolve(COUNT))));
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
        .ignore(none())
        .type(named("java.io.File"))
        .transform(
            before(
                namedOneOf("createNewFile", "delete", "mkdir", "renameTo", "setLastModified"),
                OnFile.class))
        .type(named("java.io.FileOutputStream"))
        .transform(before(named("open"), OnPath.class))
        .transform(before(named("write").and(takesArgument(0, byte[].class)), OnStream.class))
        .type(named("sun.nio.fs.UnixNativeDispatcher"))
        .transform(before(namedOneOf("mkdir", "rename", "rmdir", "unlink"), OnPath.class))
        .transform(before(named("open"), OnOpen.class))
        .type(named("sun.nio.ch.FileChannelImpl"))
        .transform(before(named("write"), OnStream.class))
        .type(named("org.apache.hadoop.hdfs.DFSClient"))
        .transform(before(named("delete").and(takesArguments(2)), OnPath.class))
        .transform(before(namedOneOf("mkdirs", "rename").and(takesArguments(3)), OnPath.class))
        .type(named("org.apache.hadoop.hdfs.DFSOutputStream"))
        .transform(before(named("close"), OnHdfsStream.class))
        .type(named("org.duckdb.DuckDBPreparedStatement"))
        .transform(before(namedOneOf("execute", "executeUpdate"), OnDatabase.class))
        .type(namedOneOf("org.duckdb.DuckDBAppender", "org.duckdb.DuckDBConnection"))
        .transform(before(namedOneOf("close", "commit", "flush"), OnDatabase.class))
        .installOn(instrumentation);
  }

  private static AgentBuilder.Transformer before(
      ElementMatcher<? super MethodDescription> methods, Class<?> advice) {
    return (builder, type, loader, module, domain) -> builder.visit(Advice.to(advice).on(methods));
  }

  private static void tell(Path file) {
    try {
      Files.writeString(file, String.valueOf(FileOperations.count()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Advice for a method of a file. */
  static final class OnFile {
    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#m") String what, @Advice.This File file) {
      FileOperations.begin(what, file);
    }
  }

  /** Advice for a method whose first argument is a path. */
  static final class OnPath {
    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#m") String what, @Advice.Argument(0) Object path) {
      FileOperations.begin(what, path);
    }
  }

  /** Advice for a method that opens a path with flags, which tell whether it may be written to. */
  static final class OnOpen {
    @Advice.OnMethodEnter
    static void enter(
        @Advice.Origin("#m") String what,
        @Advice.Argument(0) Object path,
        @Advice.Argument(1) int flags) {
      if ((flags & 3) != 0) {
        FileOperations.begin(what, path);
      }
    }
  }

  /** Advice for a method of a stream that knows its path. */
  static final class OnStream {
    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#m") String what, @Advice.FieldValue("path") String path) {
      FileOperations.begin(what, path);
    }
  }

  /** Advice for a method of a stream to a file in HDFS. */
  static final class OnHdfsStream {
    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#m") String what, @Advice.FieldValue("src") String path) {
      FileOperations.begin(what, path);
    }
  }

  /** Advice for a method with which the database writes. */
  static final class OnDatabase {
    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#m") String what) {
      FileOperations.begin(what);
    }
  }
}
